import MapCheck
import MapCompiler
import MapSource
import Testing

@testable import MapImport

@Suite("What systems have otherwise than the table files")
struct DriftCheckTests {
  static let entries = FindingCatalogue.all.filter { $0.group == .system }.map(\.name)

  /// The findings on a project with what its systems sent beside it.
  private func findings(_ text: String) -> (findings: [Finding], sources: SourceSet) {
    let files = ExampleProject.files(of: text)
    let compilation = Compiler.check(files)
    #expect(compilation.findings.isEmpty, "\(compilation.findings.map(\.message))")
    do throws(ImportProblem) {
      let definitions = files.filter { $0.path.hasSuffix(".json") }
      let systems = try files.filter { $0.path.hasSuffix(".xml") }.map {
        file throws(ImportProblem) in
        try MetadataReader.read(file, definitions: definitions)
      }
      return (DriftCheck(compilation, systems).findings, compilation.sources)
    } catch {
      return ([error.finding(in: 0)], compilation.sources)
    }
  }

  @Test("there are findings of systems")
  func some() { #expect(Self.entries.count == 6) }

  @Test("a wrong example gives exactly its finding", arguments: entries)
  func wrong(name: String) throws {
    let entry = try #require(FindingCatalogue.entry(name))
    let found = findings(entry.wrong).findings
    #expect(found.map(\.name) == [name], "\(found.map(\.message))")
    #expect(found.allSatisfy { $0.severity == entry.severity && $0.help != nil })
  }

  @Test("a right example gives none", arguments: entries)
  func right(name: String) throws {
    let found = findings(try #require(FindingCatalogue.entry(name)).right).findings
    #expect(found.isEmpty, "\(found.map(\.message))")
  }

  @Test("it stands where the mapping names the field, and shows the table file's line")
  func place() throws {
    let entry = try #require(FindingCatalogue.entry("system-field-differs"))
    let (found, sources) = findings(entry.wrong)
    let finding = try #require(found.first)
    #expect(sources[finding.span.file].path == "mappings/CUSTOMER.yaml")
    #expect(sources.text(finding.span) == "name")
    let note = try #require(finding.notes.first?.span)
    #expect(sources[note.file].path == "schemas/sales/account.yaml")
    #expect(sources.text(note) == "text(100)")
    #expect(
      finding.message == "'name' is a text(60) in Dataverse, and a text(100) in its table file")
  }

  @Test("what no mapping uses is nobody's, and what one reads may be read only")
  func unused() throws {
    let entry = try #require(FindingCatalogue.entry("system-lacks-field"))
    let more = entry.right.replacing(
      "    - { name: name, type: text(100) }",
      with: "    - { name: name, type: text(100) }\n    - { name: nickname, type: text(7) }")
    #expect(findings(more).findings.isEmpty)
  }

  @Test("a field of a filter, a match or a template counts as one of a field map")
  func everywhere() throws {
    let entry = try #require(FindingCatalogue.entry("system-lacks-field"))
    let text = entry.right
      .replacing(
        "  - { name: name, type: text(100) }\n#--- mappings",
        with: "  - { name: name, type: text(100) }\n  - { name: new_a, type: text(9) }\n"
          + "  - { name: new_b, type: text(100) }\n  - { name: new_c, type: text(9) }\n#--- mappings"
      )
      .replacing(
        "direction: to-sales\n",
        with: "direction: to-sales\nfilter: { sales: { new_a: X } }\n"
          + "match: { groups: [[{ bc: Name, sales: new_b }]] }\ncreate: { to-sales: true }\n"
          + "templates: [{ to: sales, set: { new_a: X, new_c: Y } }]\n")
    let found = findings(text).findings
    #expect(
      found.map(\.message).sorted()
        == ["new_a", "new_b", "new_c"].map { "Dataverse has no column '\($0)' in 'account'" })
  }

  @Test(
    "an API of Business Central is asked for what has a name in it, and packages for what they define"
  )
  func businessCentral() throws {
    let project = """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      odata: { set: customers, id: id }
      fields:
        - { name: No., type: code(20), required: true, default: number-series, odata: number }
        - { name: Name, type: text(100), odata: displayName }
        - { name: City, type: text(30), odata: town }
        - { name: Not Published, type: text(30) }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
        - { name: city, type: text(100) }
        - { name: more, type: text(100) }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
        - { bc: City, sales: city }
        - { bc: Not Published, sales: more }
      """
    let compilation = Compiler.check(ExampleProject.files(of: project))
    let api = try MetadataReader.read(Excerpt.businessCentral)
    #expect(
      DriftCheck(compilation, [api]).findings.map(\.message)
        == [
          "the API of Business Central has no property 'town' in 'customer', which 'City' is"
        ])
    let package = try PackageReader.read([ShopPackage.file(ShopPackage.base)])
    #expect(
      DriftCheck(compilation, [package]).findings.map(\.message)
        == [
          "the package has no field 'City' in 'Customer'",
          "the package has no field 'Not Published' in 'Customer'",
        ])
    let addition = try PackageReader.read([ShopPackage.file(ShopPackage.addition)])
    #expect(DriftCheck(compilation, [addition]).findings.isEmpty)
  }
}

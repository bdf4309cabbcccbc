import MapCompiler
import MapSource
import Testing

@Suite("Findings, case by case")
struct CaseTests {
  @Test("exactly the findings that the case expects", arguments: CaseFolder.names)
  func expectations(name: String) throws {
    let project = try CaseFolder.read(name)
    let (found, _) = Self.check(project.files)
    var rest = found
    var missing: [Expectation] = []
    for expected in project.expected {
      if let place = rest.firstIndex(where: expected.fits) {
        rest.remove(at: place)
      } else {
        missing.append(expected)
      }
    }
    #expect(missing.isEmpty, "not found: \(missing)")
    #expect(rest.isEmpty, "not expected: \(rest.prefix(10))")
  }

  @Test("the rendering is the one beside the case", arguments: CaseFolder.names)
  func rendering(name: String) throws {
    let (_, report) = Self.check(try CaseFolder.read(name).files)
    let text = report.findings.isEmpty ? nil : TextRenderer(color: false).render(report)
    if CaseFolder.updatesGoldens { try CaseFolder.record(text, name, "txt") }
    #expect(text == CaseFolder.golden(name, "txt"))
  }

  @Test("certain fixes make the project beside the case", arguments: CaseFolder.names)
  func fixes(name: String) throws {
    let fixed = try FixedProject(CaseFolder.read(name).files)
    if CaseFolder.updatesGoldens { try CaseFolder.record(fixed?.text, name, "fixed") }
    #expect(fixed?.text == CaseFolder.golden(name, "fixed"))
  }

  @Test(
    "the same findings in other writing", arguments: CaseFolder.names, CaseVariant.allCases)
  func variants(name: String, variant: CaseVariant) throws {
    let files = try CaseFolder.read(name).files
    let (found, _) = Self.check(files)
    let (other, _) = Self.check(variant.applied(to: files))
    #expect(Set(other) == Set(found.map(variant.place)))
  }

  @Test("the same findings under other names", arguments: CaseFolder.names)
  func renamed(name: String) throws {
    let project = try CaseFolder.read(name)
    guard project.notRenamed == nil else { return }
    let found = Self.check(project.files).0.map(Self.place)
    let other = Self.check(Renaming.applied(to: project.files)).0.map(Self.place)
    #expect(other.map { $0.replacing("ZZ-", with: "") }.sorted() == found.sorted())
  }

  private static func check(_ files: [SourceFile]) -> ([Found], FindingReport) {
    let compilation = Compiler.check(files)
    let report = FindingReport(compilation.findings, in: compilation.sources)
    return (Found.all(in: report), report)
  }

  private static func place(of found: Found) -> String {
    "\(found.path):\(found.line): \(found.name)"
  }
}

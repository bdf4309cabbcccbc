import MapRuntime
import MapSource
import Testing

@testable import MapCheck

@Suite("two mappings on one table")
struct WriterTests {
  private func vendor(_ header: String, constant: String = "") -> (name: String, text: String) {
    (
      "VENDOR",
      "tables: { bc: Vendor, sales: account }\ndirection: to-sales\n\(header)\n"
        + "fields:\n  - { bc: Name, sales: name }\n\(constant)"
    )
  }

  private func customer(_ header: String, constant: String = "") -> (name: String, text: String) {
    ProofProject.customer(
      "CUSTOMER", "direction: to-sales\n\(header)",
      fields: "  - { bc: Name, sales: name }\n\(constant)")
  }

  private func type(_ name: String) -> String {
    "  - { sales: customertypecode, constant: \(name) }"
  }

  private func filter(_ types: String) -> String {
    "filter: { sales: { customertypecode: \(types) } }"
  }

  @Test("filters that share a record; both let the example through")
  func overlap() throws {
    let project = ProofProject(
      customer(filter("[Customer, Partner]")), vendor(filter("[Vendor, Partner]")))
    let finding = try #require(project.first("overlapping-writers"))
    #expect(
      project.lines == [
        "overlapping-writers: 'VENDOR' and 'CUSTOMER' could both write one 'account'"
      ])
    let fields = try #require(finding.example).sales
    #expect(fields.map(\.value) == ["Partner"])
    for name in ["CUSTOMER", "VENDOR"] {
      let mapping = try #require(project.mapping(name))
      let table = project.resolved.catalogue[mapping.salesTable]
      let record = project.record(fields, of: table)
      #expect(ConditionEvaluator(table: table).holds(mapping.salesFilter, on: record) == true)
    }
  }

  @Test("filters that exclude each other keep the records apart")
  func apart() {
    let project = ProofProject(
      customer(filter("Customer"), constant: type("Customer")),
      vendor(filter("Vendor"), constant: type("Vendor")))
    #expect(project.lines == [])
  }

  @Test("a constant keeps apart what one filter asks for only where both ask")
  func constants() {
    let none = ProofProject(
      customer("", constant: type("Customer")), vendor("", constant: type("Vendor")))
    #expect(none.names == ["overlapping-writers"])
    let half = ProofProject(
      customer(filter("Customer"), constant: type("Customer")), vendor("", constant: type("Vendor"))
    )
    #expect(half.names == ["overlapping-writers"])
  }

  @Test("a mapping whose new records the other's filter rejects writes only these")
  func made() {
    let project = ProofProject(
      customer(filter("[Customer, Partner]"), constant: type("Customer")),
      vendor(filter("[Vendor, Partner]"), constant: type("Vendor")))
    #expect(project.lines == [])
  }

  @Test("mappings of the same two tables overlap where a pair of records fits both")
  func sameTables() throws {
    func kind(_ name: String, _ kinds: String) -> (name: String, text: String) {
      ProofProject.customer(name, "direction: to-sales\nfilter: { bc: { Kind: \(kinds) } }")
    }
    let apart = ProofProject(kind("COMPANY", "Company"), kind("PERSON", "[Person, Other]"))
    #expect(apart.lines == [])
    let both = ProofProject(
      kind("COMPANY", "[Company, Other]"), kind("PERSON", "{ not: Company }"))
    let finding = try #require(both.first("overlapping-writers"))
    #expect(finding.example?.bc.map(\.value) == ["Other"])
  }

  @Test("one writes to Sales and the other to BC: nothing is written twice")
  func otherDirection() {
    let project = ProofProject(
      customer(""),
      ProofProject.customer("BACK", "direction: to-bc", fields: "  - { bc: City, sales: city }"))
    #expect(project.lines == [])
  }

  private func kind(
    _ name: String, _ kinds: String, _ more: String,
    create: String = "{ to-sales: true, to-bc: true }"
  ) -> (name: String, text: String) {
    ProofProject.customer(
      name, "filter: { bc: { Kind: \(kinds) }\(more) }\ncreate: \(create)",
      fields: "  - { bc: Name, sales: name }\n  - { bc: Kind, constant: \(kinds) }")
  }

  @Test("both create from one record where the filters of its table let it through, whichever way")
  func createdTwice() throws {
    let back = ProofProject(kind("COMPANY", "Company", ""), kind("PERSON", "Person", ""))
    #expect(
      back.lines == [
        "created-twice: 'PERSON' and 'COMPANY' both create a 'Customer' from one 'account'"
      ])
    let forth = ProofProject(
      kind("FIRST", "Company", ", sales: { isperson: false }"),
      kind("SECOND", "Company", ", sales: { isperson: true }"))
    #expect(
      forth.lines == [
        "created-twice: 'SECOND' and 'FIRST' both create a 'account' from one 'Customer'"
      ])
  }

  @Test("who creates is told by filters of the source, by conditions, or because only one does")
  func createdOnce() {
    let filters = ProofProject(
      kind("COMPANY", "Company", ", sales: { isperson: false }"),
      kind("PERSON", "Person", ", sales: { isperson: true }"))
    #expect(filters.lines == [])
    func when(_ person: Bool) -> String {
      "{ to-sales: true, to-bc: { when: { sales: { isperson: \(person) } } } }"
    }
    let conditions = ProofProject(
      kind("COMPANY", "Company", "", create: when(false)),
      kind("PERSON", "Person", "", create: when(true)))
    #expect(conditions.lines == [])
    let one = ProofProject(
      kind("COMPANY", "Company", ""), kind("PERSON", "Person", "", create: "{ to-sales: true }"))
    #expect(one.lines == [])
  }

  @Test("a feature leaves one of them out")
  func features() {
    let choice = "features:\n  units: [groups, singles]"
    let project = ProofProject(
      project: choice, customer("if: groups"), vendor("if: singles"))
    #expect(project.lines == [])
    let both = ProofProject(project: choice, customer("if: groups"), vendor(""))
    #expect(both.findings.map(\.features) == [["groups"]])
  }
}

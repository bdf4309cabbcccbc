import MapRuntime
import Testing

@testable import MapCheck

@Suite("references that a filter keeps out")
struct ReferenceTests {
  private func project(
    salespeople: String = "create: { to-sales: true }\nfilter: { bc: { Blocked: false } }",
    uncoupled: String = "", header: String = "direction: to-sales"
  ) -> ProofProject {
    let reference =
      "  - { bc: Salesperson Code, sales: ownerid, through: SALESPEOPLE\(uncoupled) }"
    return ProofProject(
      ProofProject.customer(
        "CUSTOMER", header, fields: "  - { bc: Name, sales: name }\n" + reference),
      ProofProject.salespeople(salespeople))
  }

  @Test("the filter may reject what is referred to; the example is rejected, and named")
  func filtered() throws {
    let project = project()
    let finding = try #require(project.first("filtered-reference"))
    #expect(project.findings.count == 1)
    #expect(finding.severity == .warning)
    let mapping = try #require(project.mapping("SALESPEOPLE"))
    let table = project.resolved.catalogue[mapping.bcTable]
    let record = project.record(try #require(finding.example).bc, of: table)
    #expect(ConditionEvaluator(table: table).holds(mapping.bcFilter, on: record) == false)
    let place = try #require(table.place(of: "Code"))
    let code = try #require(record[place])
    #expect(finding.notes.last?.message.contains("Salesperson Code: \(code)") == true)
  }

  @Test(
    "an answer at the field map settles it",
    arguments: ["wait", "synchronize", "later", "keep", "clear", "refuse"])
  func answered(_ answer: String) {
    #expect(project(uncoupled: ", uncoupled: \(answer)").lines == [])
  }

  @Test("so does one in 'defaults'")
  func defaults() {
    let header = "direction: to-sales\ndefaults: { uncoupled: wait, because: they come later }"
    #expect(project(header: header).lines == [])
  }

  @Test("a filter on the other side, or one that rejects nothing, keeps nothing out")
  func harmless() {
    let create = "create: { to-sales: true }\n"
    #expect(project(salespeople: create).lines == [])
    #expect(
      project(salespeople: create + "filter: { sales: { fullname: not empty } }").lines == [])
    #expect(
      project(salespeople: create + "filter: { bc: { Blocked: [true, false] } }").lines == [])
  }
}

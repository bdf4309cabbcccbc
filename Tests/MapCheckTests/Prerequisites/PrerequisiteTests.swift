import MapRuntime
import Testing

@testable import MapCheck

@Suite("prerequisites")
struct PrerequisiteTests {
  private func reference(_ more: String = "") -> String {
    "  - { bc: Salesperson Code, sales: ownerid, through: SALESPEOPLE\(more) }"
  }

  private func project(
    _ header: String = "", reference: String, salespeople: String = "create: { to-sales: true }",
    features: String = ""
  ) -> ProofProject {
    ProofProject(
      project: features,
      ProofProject.customer(
        "CUSTOMER", "direction: to-sales\n\(header)",
        fields: "  - { bc: Name, sales: name }\n" + reference),
      ProofProject.salespeople(salespeople))
  }

  private func edges(_ project: ProofProject) throws -> [PrerequisiteEdge] {
    Prerequisites.edges(of: try #require(project.mapping("CUSTOMER")))
  }

  @Test("a reference makes its mapping one, under the field map's name")
  func through() throws {
    let project = project(reference: reference())
    let edge = try #require(try edges(project).first)
    #expect(try edges(project).count == 1)
    #expect(edge.reason == .through && !edge.isSoft && edge.fields == [1])
    #expect(project.resolved.model.mappings[edge.to].name.value == "SALESPEOPLE")
  }

  @Test("a soft one where the record goes on without it", arguments: ["later", "keep", "clear"])
  func soft(_ answer: String) throws {
    let project = project(reference: reference(", uncoupled: \(answer)"))
    #expect(try edges(project).map(\.isSoft) == [true])
  }

  @Test("what the feature set leaves out is none")
  func inactive() throws {
    let mapping = try #require(project(reference: reference()).mapping("CUSTOMER"))
    #expect(Prerequisites.edges(of: mapping, where: { _ in false }).isEmpty)
  }

  @Test("'requires' says what no field shows")
  func declared() throws {
    let project = project("requires: [SALESPEOPLE]", reference: "")
    #expect(try edges(project).map(\.reason) == [.declared])
    #expect(project.lines == [])
  }

  @Test("'requires' that a field map gives already, unless it says why")
  func redundant() {
    #expect(
      project("requires: [SALESPEOPLE]", reference: reference()).lines == [
        "prerequisite-redundant: 'SALESPEOPLE' is a prerequisite of 'CUSTOMER' already"
      ])
    let because = "requires: [{ mapping: SALESPEOPLE, because: the owner is checked }]"
    #expect(project(because, reference: reference()).lines == [])
    #expect(
      project("requires: [SALESPEOPLE]", reference: reference(", uncoupled: keep")).lines == [])
  }

  @Test("'requires' that another prerequisite implies")
  func implied() {
    let vendor = (
      "VENDOR",
      """
      tables: { bc: Vendor, sales: account }
      direction: to-sales
      filter: { sales: { customertypecode: Vendor } }
      create: { to-sales: true }
      requires: [SALESPEOPLE, CUSTOMER]
      fields:
        - { bc: Name, sales: name }
      """
    )
    let project = ProofProject(
      ProofProject.customer(
        "CUSTOMER",
        "direction: to-sales\ncreate: { to-sales: true }\n"
          + "filter: { sales: { customertypecode: Customer } }",
        fields: "  - { bc: Name, sales: name }\n" + reference()),
      ProofProject.salespeople("create: { to-sales: true }"), vendor)
    #expect(
      project.lines == [
        "prerequisite-redundant: 'SALESPEOPLE' is a prerequisite of 'VENDOR' already"
      ])
  }

  @Test("a mapping that the features leave out where it is needed")
  func leftOut() throws {
    let features = "features:\n  ownership: [persons, teams]"
    let left = "if: persons\ncreate: { to-sales: true }"
    let project = project(reference: reference(), salespeople: left, features: features)
    #expect(
      project.lines == [
        "prerequisite-inactive: 'SALESPEOPLE' does not exist under features where 'CUSTOMER' "
          + "needs it"
      ])
    #expect(project.findings.map(\.features) == [["teams"]])
    let guarded = self.project(
      reference: reference(", if: persons"), salespeople: left, features: features)
    #expect(guarded.lines == [])
  }

  @Test("a prerequisite that neither matches nor creates")
  func neverCoupled() {
    #expect(
      project(reference: reference(), salespeople: "").lines == [
        "prerequisite-direction: 'SALESPEOPLE' is a prerequisite of 'CUSTOMER', and nothing "
          + "couples its records"
      ])
    #expect(
      project(reference: reference(), salespeople: "match: { groups: [[fullname]] }").lines == [])
  }
}

import MapRuntime
import Testing

@testable import MapCheck

@Suite("field maps that write into each other's sources")
struct OscillationTests {
  private func project(_ fields: String, header: String = "direction: both") -> ProofProject {
    ProofProject(ProofProject.customer("CUSTOMER", header, fields: fields))
  }

  private let crosswise = """
      - { bc: Name, sales: name, direction: to-sales }
      - { bc: Name 2, sales: name, direction: to-bc }
      - { bc: Name 2, sales: description, direction: to-sales }
      - { bc: Name, sales: description, direction: to-bc }
    """

  @Test("two fields that change places never settle; the notes show the runs")
  func swapped() throws {
    let project = project(crosswise)
    let finding = try #require(project.first("oscillation"))
    #expect(project.names == ["oscillation"])
    #expect(finding.example?.bc.count == 2)
    #expect(finding.notes.count >= 4)
    #expect(finding.notes.last?.message.hasPrefix("to-sales, again") == true)
  }

  @Test("the example, taken through the same runs, changes again")
  func replayed() throws {
    let project = project(crosswise)
    let example = try #require(project.first("oscillation")?.example)
    let mapping = try #require(project.mapping("CUSTOMER"))
    let resolved = project.resolved
    let context = CheckContext(resolved: resolved, features: mapping.features)
    var pair = SimulatedPair()
    for side in Side.allCases {
      let table = resolved.catalogue[mapping.table(side)]
      let fields = side == .bc ? example.bc : example.sales
      for (field, value) in project.record(fields, of: table) { pair[side, field] = value }
    }
    let interplay = try #require(Interplay.all(of: mapping).first)
    let passes = Passes(interplay: interplay, mapping: mapping, context: context)
    let sequence = try #require(passes.restless(from: pair))
    let last = try #require(sequence.writes.last)
    let before = sequence.writes.dropLast().last {
      $0.field == last.field && $0.direction == last.direction
    }
    #expect(before.map { $0.value != last.value } == true)
  }

  @Test("a constant against a copy of the same field")
  func constant() {
    let fields = """
        - { bc: Blocked, constant: true }
        - { bc: Blocked, sales: isperson, direction: to-sales }
      """
    #expect(project(fields).names == ["oscillation"])
    let settled = project(
      fields, header: "direction: both\nfilter: { bc: { Blocked: true } }")
    #expect(settled.lines == [])
  }

  @Test("value maps that disagree")
  func values() {
    let fields = """
        - { bc: Kind, sales: customertypecode, direction: to-sales, values: { Company: Customer, Person: Partner, Other: Vendor } }
        - { bc: Kind, sales: customertypecode, direction: to-bc, values: { Partner: Company, Customer: Person, Vendor: Other } }
      """
    #expect(project(fields).names == ["oscillation"])
    let agreeing = """
        - { bc: Kind, sales: customertypecode, direction: to-sales, values: { Company: Customer, Person: Partner, Other: Vendor } }
        - { bc: Kind, sales: customertypecode, direction: to-bc, values: { Customer: Company, Partner: Person, Vendor: Other } }
      """
    #expect(project(agreeing).lines == [])
  }

  @Test("transforms in two one-way field maps")
  func transforms() {
    let fields = """
        - { bc: Name, sales: name, direction: to-sales, transform: { prefix: 'A-' }, too-long: cut }
        - { bc: Name, sales: name, direction: to-bc, transform: trim }
      """
    #expect(project(fields).names == ["oscillation"])
    let settling = """
        - { bc: Name, sales: name, direction: to-sales, transform: uppercase, too-long: cut }
        - { bc: Name, sales: name, direction: to-bc, transform: trim }
      """
    #expect(project(settling).lines == [])
  }

  @Test("a chain through a third field changes a second time")
  func chain() {
    let fields = """
        - { bc: Name, sales: name, direction: to-sales }
        - { bc: Name 2, sales: name, direction: to-bc }
        - { bc: Name 2, sales: description, direction: to-sales }
      """
    #expect(project(fields).names == ["oscillation"])
  }

  @Test(
    "what settles after one run each way",
    arguments: [
      "  - { bc: Name, sales: name }\n  - { bc: Name 2, sales: description }",
      """
        - { bc: Name, sales: name }
        - { bc: Name, sales: description, direction: to-sales }
      """,
      """
        - { bc: Name, sales: name, direction: to-sales }
        - { bc: Name 2, sales: name, direction: to-bc }
      """,
      """
        - { bc: Name, sales: name, direction: to-sales, only-on: create }
        - { bc: Name 2, sales: name, direction: to-bc }
        - { bc: Name, sales: nickname, direction: to-bc }
      """,
    ])
  func settled(_ fields: String) {
    #expect(project(fields).lines == [])
  }
}

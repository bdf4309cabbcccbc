import Testing

@Suite("A status belongs to its state")
struct StatusNameTests {
  /// An order whose states both have the status Pending.
  private func order(_ lines: String, tests: String = "") -> CheckedProject {
    CheckedProject(
      """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Sales_Header.yaml
      table: Sales Header
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Your Reference, type: text(35) }
      #--- schemas/sales/salesorder.yaml
      table: salesorder
      key: [salesorderid]
      states:
        field: statecode
        status: statuscode
        values:
          Active: { value: 0, statuses: { New: 1, Pending: 2 }, next: [Submitted] }
          Submitted: { value: 1, statuses: { Pending: 3 }, next: [Active] }
      fields:
        - { name: salesorderid, type: guid, access: create, required: true, default: system }
        - { name: ordernumber, type: text(35) }
      #--- mappings/ORDER.yaml
      mapping: ORDER
      tables: { bc: Sales Header, sales: salesorder }
      direction: to-bc
      \(lines)
      fields:
        - { bc: Your Reference, sales: ordernumber }
      \(tests)
      """)
  }

  private static let states = "states: { Active: take-in, Submitted: update }"

  @Test("two states may have a status of one name") func shared() {
    #expect(order(Self.states).findings.isEmpty)
  }

  @Test(
    "in a condition the state tells which of them is meant",
    arguments: [
      ("Active/Pending", ""), ("Submitted/Pending", ""), ("[New, Submitted/Pending]", ""),
      ("New", ""), ("Active/New", ""), ("Pending", "unknown-option at Pending"),
      ("Submitted/New", "unknown-option at Submitted/New"),
    ])
  func condition(status: String, place: String) {
    let project = order("filter: { sales: { statuscode: \(status) } }")
    #expect(project.places == (place.isEmpty ? [] : [place]), "\(project.report)")
  }

  @Test("a name of two states asks which") func ambiguous() {
    let finding = order("filter: { sales: { statuscode: Pending } }").findings.first
    #expect(finding?.message == "'Pending' is a status of 2 states, and does not say of which")
    #expect(finding?.label == "'Active/Pending' or 'Submitted/Pending'?")
  }

  @Test(
    "an effect names it with its state",
    arguments: [
      ("Submitted/Pending", ""), ("Active/Pending", ""), ("Submitted", ""),
      ("Submitted/New", "unknown-option at New"), ("Sent/New", "unknown-option at Sent"),
    ])
  func effect(state: String, place: String) {
    let project = order("\(Self.states)\nafter: { updated: { state: \(state) } }")
    #expect(project.places == (place.isEmpty ? [] : [place]), "\(project.report)")
  }

  @Test("in a record the state beside it tells which of them is meant")
  func record() {
    func project(_ record: String) -> CheckedProject {
      order(
        "filter: { sales: { statuscode: Submitted/Pending } }",
        tests: """
          tests:
            - { name: pending, sales: { ordernumber: A, \(record) }, bc: { Your Reference: A } }
          """)
    }
    let said = project("statecode: Submitted, statuscode: Pending")
    #expect(said.findings.isEmpty, "\(said.report)")
    #expect(project("statuscode: Submitted/Pending").findings.isEmpty)
    #expect(project("statecode: Active, statuscode: Pending").names == ["test-failed"])
    #expect(project("statuscode: Pending").places == ["unknown-option at Pending"])
  }
}

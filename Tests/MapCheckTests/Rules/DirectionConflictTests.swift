import Testing

@Suite("Directions that are not there")
struct DirectionConflictTests {
  @Test(
    "a field map stays within its mapping's direction",
    arguments: [("to-sales", "to-bc"), ("to-sales", "both"), ("to-bc", "to-sales")])
  func outside(mapping: String, field: String) {
    let project = CheckedProject(
      customer: "direction: \(mapping)",
      fields: "  - { bc: Name, sales: name, direction: \(field) }")
    #expect(project.places == ["direction-conflict at \(field)"], "\(project.report)")
  }

  @Test(
    "a field map of a two-way mapping may go one way", arguments: ["to-bc", "to-sales", "both"])
  func within(field: String) {
    let project = CheckedProject(
      customer: "direction: both",
      fields: "  - { bc: Name, sales: name, direction: \(field) }")
    #expect(project.findings.isEmpty, "\(project.report)")
  }

  @Test("a constant for a side that is never written")
  func wrongSide() {
    let project = CheckedProject(
      customer: "direction: to-sales",
      fields: "  - { bc: Name, sales: name }\n  - { bc: Name 2, constant: x }")
    #expect(project.places == ["direction-conflict at Name 2"], "\(project.report)")
  }

  @Test("scheduled runs create what 'create' permits, in a direction of the mapping")
  func scope() {
    let alone = CheckedProject(customer: "direction: to-sales\nscope: all")
    #expect(alone.places == ["direction-conflict at all"], "\(alone.report)")
    let permitted = CheckedProject(
      customer: "direction: to-sales\nscope: all\ncreate: { to-sales: true }")
    #expect(permitted.findings.isEmpty, "\(permitted.report)")
  }

  @Test("creation in a direction that the mapping does not have")
  func creation() {
    let project = CheckedProject(customer: "direction: to-sales\ncreate: { to-bc: true }")
    #expect(project.names == ["direction-conflict"], "\(project.report)")
  }

  @Test("records without a match are created in Sales, which must be permitted")
  func unmatched() {
    let match = "match: { groups: [[name]], unmatched: create }"
    let alone = CheckedProject(customer: "direction: to-sales\n\(match)")
    #expect(alone.names.contains("direction-conflict"), "\(alone.report)")
    let permitted = CheckedProject(
      customer: "direction: to-sales\n\(match)\ncreate: { to-sales: true }")
    #expect(!permitted.names.contains("direction-conflict"), "\(permitted.report)")
  }

  @Test("a template for records that are never made")
  func template() {
    let template = "templates: [{ to: sales, set: { customertypecode: Customer } }]"
    let alone = CheckedProject(customer: "direction: to-sales\n\(template)")
    #expect(alone.places == ["direction-conflict at sales"], "\(alone.report)")
    let permitted = CheckedProject(
      customer: "direction: to-sales\n\(template)\ncreate: { to-sales: true }")
    #expect(permitted.findings.isEmpty, "\(permitted.report)")
  }

  @Test("an option mapping goes one way", arguments: ["", "direction: both\n"])
  func option(direction: String) {
    let project = CheckedProject(
      CheckedProject.project, CheckedProject.tables,
      """
      #--- mappings/TERMS.yaml
      mapping: TERMS
      tables: { bc: Customer, sales: account.paymenttermscode }
      \(direction)fields:
        - { bc: No., sales: $label, too-long: refuse }
      """)
    #expect(project.names == ["direction-conflict"], "\(project.report)")
  }
}

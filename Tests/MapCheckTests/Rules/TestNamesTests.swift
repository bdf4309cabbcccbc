import Testing

@Suite("Names in the tests of a mapping")
struct TestNamesTests {
  private func project(_ test: String, direction: String = "to-sales") -> CheckedProject {
    CheckedProject(
      """
      #--- mappings/project.yaml
      project: example
      features: { units: [unit-groups, single-units] }
      settings: { limit: { type: integer } }
      """,
      CheckedProject.tables,
      CheckedProject.customer(
        """
        if: unit-groups
        direction: \(direction)
        tests:
          - \(test)
        """))
  }

  @Test("a test that names what there is gives nothing")
  func fine() {
    let project = project(
      "{ name: fine, settings: { limit: 3 }, before: { name: y, ownerid: u1 }, "
        + "bc: { No.: '1', Name: x }, sales: { name: x, ownerid: u1, paymenttermscode: null } }")
    #expect(project.findings.isEmpty, "\(project.report)")
  }

  @Test(
    "a wrong name is found at its place",
    arguments: [
      ("bc: { Nam: x }", "unknown-field at Nam"),
      ("bc: { Name: x }, sales: { nme: x }", "unknown-field at nme"),
      ("bc: { Name: x }, before: { Name: x }", "unknown-field at Name"),
      ("bc: { Blocked: None }", "unknown-option at None"),
      ("coupled: [{ mapping: CUSTOMERS, bc: a, sales: b }]", "unknown-mapping at CUSTOMERS"),
      ("settings: { limits: 3 }", "unknown-setting at limits"),
      ("settings: { limit: many }", "invalid-value at many"),
      ("functions: { total: 3 }", "invalid-value at total"),
      ("related: { order: { name: x } }", "unknown-table at order"),
      ("features: [unit-group]", "unknown-feature at unit-group"),
      ("features: [single-units], bc: { Name: x }", "invalid-value at single-units"),
      ("direction: to-bc, bc: { Name: x }", "direction-conflict at to-bc"),
    ])
  func wrong(keys: String, place: String) {
    let record = keys.contains("bc: {") ? "" : ", bc: { Name: x }"
    let expected = keys.contains("sales: {") ? "" : ", fails: empty"
    let project = project("{ name: wrong, \(keys)\(record)\(expected) }")
    #expect(project.places == [place], "\(project.report)")
  }

  @Test("a test of a two-way mapping says its direction")
  func direction() {
    let project = project("{ name: undecided, bc: { Name: x }, fails: empty }", direction: "both")
    #expect(project.names == ["missing-key"], "\(project.report)")
  }
}

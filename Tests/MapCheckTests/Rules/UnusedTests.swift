import MapSource
import Testing

@Suite("What nothing uses")
struct UnusedTests {
  @Test("a rule for conflicts needs a two-way field map")
  func conflict() {
    let oneWay = "  - { bc: Name, sales: name, direction: to-sales }"
    let never = CheckedProject(
      customer: "direction: both\nconflict: { update: sales-wins }", fields: oneWay)
    #expect(never.places == ["conflict-unused at sales-wins"], "\(never.report)")
    #expect(never.findings.allSatisfy { $0.severity == .warning })
    let asked = CheckedProject(customer: "direction: both\nconflict: { update: sales-wins }")
    #expect(asked.findings.isEmpty, "\(asked.report)")
    let standard = CheckedProject(customer: "direction: to-sales\nconflict: { update: refuse }")
    #expect(standard.findings.isEmpty, "\(standard.report)")
  }

  @Test("a rule that serves under one feature is used")
  func conflictInVariant() {
    let project = CheckedProject(
      """
      #--- mappings/project.yaml
      project: example
      features: { way: [one-way, two-way] }
      """,
      CheckedProject.tables,
      CheckedProject.customer(
        """
        direction: to-sales
        conflict: { update: sales-wins }
        variants:
          - { if: two-way, set: { direction: both } }
        """))
    #expect(project.findings.isEmpty, "\(project.report)")
  }

  @Test("fields that no field map names are told where that is asked for")
  func unmapped() {
    let asked = CheckedProject(customer: "direction: to-sales\nunmapped: error")
    #expect(asked.names == ["unmapped-field", "unmapped-field"], "\(asked.report)")
    #expect(asked.findings.allSatisfy { $0.severity == .error })
    let bc = asked.findings[0].message
    #expect(bc.contains("'No.'") && bc.contains("'Name 2'") && bc.contains("'Blocked'"))
    #expect(!bc.contains("'Name',"))
    // The key and the owner are the engine's own.
    let sales = asked.findings[1].message + asked.findings[1].notes.map(\.message).joined()
    #expect(!sales.contains("accountid") && !sales.contains("ownerid"))
    let silent = CheckedProject(customer: "direction: to-sales\nunmapped: ignore")
    #expect(silent.findings.isEmpty, "\(silent.report)")
  }

  @Test("a field that is named in a filter, a text, a match or a disabled field map is known")
  func named() {
    let project = CheckedProject(
      customer: """
        direction: to-sales
        unmapped: warn
        filter: { bc: { Blocked: ' ' } }
        create: { to-sales: true }
        templates: [{ to: sales, set: { customertypecode: Customer } }]
        """,
      fields: """
          - { text: '{Name} {Name 2}', sales: name, too-long: cut }
          - { bc: No., sales: accountnumber, enabled: false }
          - { sales: paymenttermscode, constant: Net 30 }
        """)
    #expect(project.findings.isEmpty, "\(project.report)")
  }

  @Test("a table is used by whatever refers to it, but not by itself")
  func table() {
    let selfish = """
      #--- schemas/bc/Vendor.yaml
      table: Vendor
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Pay-to Vendor No., type: code(20), refers-to: Vendor }
      """
    let project = CheckedProject(
      CheckedProject.project, CheckedProject.tables,
      CheckedProject.customer("direction: to-sales"), selfish)
    #expect(project.places == ["unused-table at Vendor"], "\(project.report)")
    let user = """
      #--- schemas/sales/systemuser.yaml
      table: systemuser
      key: [systemuserid]
      fields:
        - { name: systemuserid, type: guid, access: create, required: true, default: system }
      """
    let referred = CheckedProject(
      CheckedProject.project, CheckedProject.tables,
      CheckedProject.customer("direction: to-sales"), user)
    #expect(referred.findings.isEmpty, "\(referred.report)")
  }

  @Test("a choice is used where one of its features is named")
  func feature() {
    let choices = """
      #--- mappings/project.yaml
      project: example
      features:
        units: [unit-groups, single-units]
        prices: [price-lists, price-groups]
      """
    let project = CheckedProject(
      choices, CheckedProject.tables,
      CheckedProject.customer(
        "direction: to-sales", fields: "  - { bc: Name, sales: name, if: not price-groups }"))
    #expect(project.places == ["unused-feature at units"], "\(project.report)")
  }
}

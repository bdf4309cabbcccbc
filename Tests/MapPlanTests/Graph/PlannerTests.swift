import MapCompiler
import MapPlan
import MapSource
import Testing

struct PlannerTests {
  @Test func `mappings that wait for each other are one finding with each step`() throws {
    let compilation = PlanSample.pair()
    #expect(compilation.checked != nil)
    #expect(compilation.plan == nil)
    let finding = try #require(compilation.findings.first)
    #expect(compilation.findings.count == 1)
    #expect(finding.name == "prerequisite-cycle")
    #expect(finding.severity == .error)
    #expect(
      finding.message
        == "prerequisites form a cycle: 'CONTACT' needs 'CUSTOMER', which needs 'CONTACT'")
    #expect(
      finding.label == "'CONTACT' needs 'CUSTOMER': field map 'parentcustomerid' goes through it")
    #expect(compilation.sources.text(finding.span) == "CUSTOMER")
    #expect(compilation.sources[finding.span.file].path == "mappings/CONTACT.yaml")
    #expect(
      finding.notes.map(\.message)
        == ["'CUSTOMER' needs 'CONTACT': field map 'primarycontactid' goes through it"])
    let other = try #require(finding.notes.first?.span)
    #expect(compilation.sources[other.file].path == "mappings/CUSTOMER.yaml")
    #expect(finding.features == nil)
    #expect(
      finding.help
        == "say `uncoupled: later` at field map 'parentcustomerid' of 'CONTACT', or at field map "
        + "'primarycontactid' of 'CUSTOMER', and a second pass writes it when all records are "
        + "coupled")
  }

  @Test(arguments: ["later", "keep", "clear"])
  func `a field map that does without breaks the circle`(_ answer: String) throws {
    let compilation = PlanSample.pair(contact: ", uncoupled: \(answer)")
    #expect(compilation.findings.isEmpty)
    let found = compilation.plan
    let plan = try #require(found)
    let graph = plan.graph(in: plan.checked.features.standard)
    #expect(graph.sequence.map(graph.name) == ["CUSTOMER", "CONTACT"])
  }

  @Test(arguments: ["wait", "synchronize", "refuse"])
  func `a field map that cannot do without does not`(_ answer: String) {
    #expect(PlanSample.pair(contact: ", uncoupled: \(answer)").plan == nil)
  }

  @Test func `a circle under one feature names it`() throws {
    let compilation = PlanSample.pair(contact: ", if: team-ownership")
    #expect(compilation.findings.map(\.name) == ["prerequisite-cycle"])
    #expect(compilation.findings.first?.features == ["team-ownership"])
    #expect(compilation.plan == nil)
  }

  @Test func `references under features that exclude each other make no circle`() throws {
    let compilation = PlanSample.pair(
      contact: ", if: team-ownership", customer: ", if: person-ownership")
    #expect(compilation.findings.isEmpty)
    let found = compilation.plan
    let plan = try #require(found)
    #expect(
      plan.graphs().map { plan.checked.features.names(of: $0.features[0]) } == [
        ["person-ownership"], ["team-ownership"],
      ])
    #expect(
      plan.graphs().map { $0.graph.sequence.map($0.graph.name) } == [
        ["CUSTOMER", "CONTACT"], ["CONTACT", "CUSTOMER"],
      ])
  }

  @Test func `a graph that no feature changes is one graph`() throws {
    let plan = try #require(PlanSample.pair(contact: ", uncoupled: later").plan)
    #expect(plan.graphs().count == 1)
  }

  @Test func `a comment does not allow a circle, since there is no order to go by`() {
    let compilation = PlanSample.pair(
      above: "  # mapc: allow prerequisite-cycle because we like it\n")
    #expect(compilation.findings.map(\.name) == ["prerequisite-cycle"])
    #expect(compilation.plan == nil)
  }

  @Test func `a circle of requires says so, and that no field map can wait`() throws {
    let compilation = PlanSample.compile(
      """
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      requires: [{ mapping: CONTACT, because: people come first }]
      fields: []
      #--- mappings/CONTACT.yaml
      mapping: CONTACT
      tables: { bc: Contact, sales: contact }
      direction: to-sales
      requires: [CUSTOMER]
      fields: []
      """)
    let finding = try #require(compilation.findings.first { $0.name == "prerequisite-cycle" })
    #expect(finding.label == "'CONTACT' needs 'CUSTOMER': 'requires' says so")
    #expect(
      finding.notes.map(\.message)
        == ["'CUSTOMER' needs 'CONTACT': 'requires' says so, because people come first"])
    #expect(finding.help?.contains("no field map here") == true)
  }
}

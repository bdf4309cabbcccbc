import MapCheck
import MapCompiler
import MapEmit
import MapPlan
import Testing

/// What a compiled project's graph says.
struct DocumentTests {
  private static let project = """
    #--- mappings/project.yaml
    project: sample
    #--- schemas/bc/Customer.yaml
    table: Customer
    key: [No.]
    fields:
      - { name: No., type: code(20), required: true, default: number-series }
      - { name: Contact No., type: code(20), refers-to: Contact }
    #--- schemas/bc/Contact.yaml
    table: Contact
    key: [No.]
    fields:
      - { name: No., type: code(20), required: true, default: number-series }
      - { name: Customer No., type: code(20), refers-to: Customer }
    #--- schemas/sales/account.yaml
    table: account
    key: [accountid]
    fields:
      - { name: accountid, type: guid, access: create, required: true, default: system }
      - { name: primarycontactid, type: lookup, refers-to: { contact: primarycontactid } }
    #--- schemas/sales/contact.yaml
    table: contact
    key: [contactid]
    fields:
      - { name: contactid, type: guid, access: create, required: true, default: system }
      - { name: parentcustomerid, type: lookup, refers-to: { account: parentcustomerid_account } }
    #--- mappings/CUSTOMER.yaml
    mapping: CUSTOMER
    description: Customers.
    tables: { bc: Customer, sales: account }
    direction: to-sales
    create: { to-sales: true }
    fields:
      - { bc: Contact No., sales: primarycontactid, through: CONTACT, uncoupled: later }
    #--- mappings/CONTACT.yaml
    mapping: CONTACT
    tables: { bc: Contact, sales: contact }
    direction: to-sales
    create: { to-sales: true }
    fields:
      - { bc: Customer No., sales: parentcustomerid, through: CUSTOMER }
    """

  private func compiled() throws -> (plan: Plan, compilation: Compilation) {
    let compilation = Compiler.check(ExampleProject.files(of: Self.project))
    let plan = compilation.plan
    return (try #require(plan), compilation)
  }

  @Test func `a mapping comes with tables, place and reasons`() throws {
    let (plan, compilation) = try compiled()
    let document = GraphDocument(
      plan, in: plan.checked.features.standard, sources: compilation.sources)
    #expect(document.nodes.map(\.name) == ["CUSTOMER", "CONTACT"])
    let contact = try #require(document.nodes.last)
    #expect(contact.bc == "Contact")
    #expect(contact.sales == "contact")
    #expect(contact.direction == "to-sales")
    #expect(contact.wave == 1)
    #expect(contact.place == GraphPlace(file: "mappings/CONTACT.yaml", line: 1))
    #expect(contact.needs.map(\.mapping) == ["CUSTOMER"])
    #expect(contact.needs.map(\.fields) == [["parentcustomerid"]])
    #expect(
      contact.needs.first?.reasons == [
        GraphReason(
          field: "parentcustomerid",
          words: "field Customer No. / parentcustomerid, uncoupled: wait",
          place: GraphPlace(file: "mappings/CONTACT.yaml", line: 6))
      ])
    #expect(document.nodes.first?.needs.map(\.isSoft) == [true])
    #expect(document.nodes.first?.description == "Customers.")
  }

  @Test func `a wrong order is told with the reason and its line`() throws {
    let (plan, compilation) = try compiled()
    let features = plan.checked.features.standard
    let graph = plan.graph(in: features)
    let report = OrderReport(plan, in: features, sources: compilation.sources)
    let problem = try #require(graph.problem(inOrder: ["CONTACT", "CUSTOMER"]))
    #expect(
      report.text(problem) == """
        CONTACT stands before CUSTOMER, but needs it first:
          CONTACT needs CUSTOMER: field Customer No. / parentcustomerid, uncoupled: wait \
        (mappings/CONTACT.yaml:6)
        """)
    #expect(graph.problem(inOrder: ["CUSTOMER", "CONTACT"]) == nil)
    let unknown = try #require(graph.problem(inOrder: ["CUSTOMER", "CONTACTS"]))
    #expect(report.text(unknown) == "there is no mapping CONTACTS; did you mean CONTACT?")
    let twice = try #require(graph.problem(inOrder: ["CUSTOMER", "CUSTOMER"]))
    #expect(report.text(twice) == "CUSTOMER stands in the order twice")
  }
}

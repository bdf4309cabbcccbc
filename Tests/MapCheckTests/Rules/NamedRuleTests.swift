import MapRuntime
import Testing

@Suite("Rules of the runtime")
struct NamedRuleTests {
  @Test("a name that is not on the list")
  func unknown() {
    let project = CheckedProject(customer: "direction: to-sales\nrules: [one-curency]")
    #expect(project.places == ["invalid-value at one-curency"], "\(project.report)")
    #expect(project.findings.first?.label == "did you mean 'one-currency'?")
  }

  @Test(
    "every name is known in its direction, on the tables that it works on",
    arguments: NamedRule.allCases)
  func known(rule: NamedRule) {
    let table =
      switch rule {
      case .defaultPriceList, .unitGroupStays: "product"
      case .baseUnit: "uom"
      case .oneCurrency: "pricelevel"
      case .localCurrency: "transactioncurrency"
      case .currencyPriceList, .documentPriceList: "invoice"
      case .invoiceRounding: "invoicedetail"
      case .contactsOfNewCustomers, .strictCompany: "account"
      }
    let fitting = project(rule, on: table)
    #expect(fitting.findings.isEmpty, "\(fitting.report)")
    let other = project(rule, on: "task")
    #expect(other.places == ["invalid-value at \(rule.rawValue)"], "\(other.report)")
  }

  private func project(_ rule: NamedRule, on table: String) -> CheckedProject {
    let role = table == "account" ? "roles: { company: companyid }" : ""
    let reference =
      switch table {
      case "product": "uomschedule"
      case "pricelevel": "transactioncurrency"
      case "invoice": "pricelevel"
      case "invoicedetail": "invoice"
      default: "owner"
      }
    return CheckedProject(
      CheckedProject.project, rule == .oneCurrency && table == "pricelevel" ? Self.lines : "",
      """
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
      #--- schemas/sales/\(table).yaml
      table: \(table)
      key: [id]
      \(role)
      fields:
        - { name: id, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
        - { name: other, type: lookup, refers-to: \(reference) }
        - { name: companyid, type: lookup, refers-to: company }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: \(table) }
      direction: to-sales
      match: { groups: [[name]] }
      rules: [\(rule.rawValue)]
      fields:
        - { bc: No., sales: name }
      """)
  }

  /// Lines of a price list.
  private static let lines = """
    #--- schemas/bc/Price.yaml
    table: Price
    key: [No.]
    parent: { table: Customer, by: { No.: Customer No. } }
    fields:
      - { name: No., type: code(20), required: true, default: number-series }
      - { name: Customer No., type: code(20) }
    #--- schemas/sales/price.yaml
    table: price
    key: [id]
    parent: { table: pricelevel, by: listid }
    fields:
      - { name: id, type: guid, access: create, required: true, default: system }
      - { name: listid, type: lookup, refers-to: pricelevel }
      - { name: number, type: text(20) }
    #--- mappings/PRICE.yaml
    mapping: PRICE
    tables: { bc: Price, sales: price }
    parent: CUSTOMER
    direction: to-sales
    fields:
      - { bc: No., sales: number }
    """

  @Test("a rule for the way to Sales does nothing on the way to BC")
  func direction() {
    let project = CheckedProject(customer: "direction: to-bc\nrules: [default-price-list]")
    #expect(project.places == ["invalid-value at default-price-list"], "\(project.report)")
  }

  @Test("there are at most fifteen")
  func few() { #expect(NamedRule.allCases.count <= 15) }
}

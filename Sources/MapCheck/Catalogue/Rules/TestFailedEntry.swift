extension FindingCatalogue {
  static let testFailed = FindingEntry(
    "test-failed", .rules,
    summary: "A test in a mapping's file does not come out as it says.",
    why: "The message shows what was expected and what came, with the field map that made it.",
    wrong: testedProject(expecting: "Adatum"), right: testedProject(expecting: "BC Adatum"))

  private static func testedProject(expecting name: String) -> String {
    """
    #--- mappings/project.yaml
    project: example
    #--- schemas/bc/Customer.yaml
    table: Customer
    key: [No.]
    fields:
      - { name: No., type: code(20), required: true, default: number-series }
      - { name: Name, type: text(100) }
    #--- schemas/sales/account.yaml
    table: account
    key: [accountid]
    fields:
      - { name: accountid, type: guid, access: create, required: true, default: system }
      - { name: name, type: text(110) }
    #--- mappings/CUSTOMER.yaml
    mapping: CUSTOMER
    tables: { bc: Customer, sales: account }
    direction: to-sales
    fields:
      - { bc: Name, sales: name, transform: { prefix: 'BC ' } }
    tests:
      - { name: a name with its origin, bc: { Name: Adatum }, sales: { name: \(name) } }
    """
  }
}

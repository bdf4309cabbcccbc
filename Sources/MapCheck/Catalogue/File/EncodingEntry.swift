extension FindingCatalogue {
  static let encoding = FindingEntry(
    "encoding", .file,
    summary: "The file is not UTF-8.",
    why:
      "Names with letters outside ASCII would be read as others than those that were written. "
      + "Save the file as UTF-8, with or without a byte order mark. In the example, \\xE9 stands "
      + "for the one byte that Windows-1252 has for é.",
    wrong: cafes(eAcute: "\\xE9"), right: cafes(eAcute: "é"))

  private static func cafes(eAcute: String) -> String {
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
      - { name: name, type: text(100) }
    #--- mappings/CUSTOMER.yaml
    mapping: CUSTOMER
    description: Caf\(eAcute)s and their accounts.
    tables: { bc: Customer, sales: account }
    direction: to-sales
    fields:
      - { bc: Name, sales: name }
    """
  }
}

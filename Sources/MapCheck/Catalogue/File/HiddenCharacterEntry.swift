extension FindingCatalogue {
  static let hiddenCharacter = FindingEntry(
    "hidden-character", .file,
    summary: "A character that an editor does not show, or shows as a space that it is not.",
    why:
      "A name with such a character in it looks like the right one and is another, and a line "
      + "separator ends a line where nobody sees one. They come with texts that were copied from "
      + "web pages and documents. One that is meant is written in double quotes by its number, "
      + "where everybody sees it; a space that does not break may stand in any quotes. In the "
      + "example, \\xC2\\xA0 stands for such a space.",
    wrong: names("Search\\xC2\\xA0Name"), right: names("Search Name"))

  private static func names(_ name: String) -> String {
    """
    #--- mappings/project.yaml
    project: example
    #--- schemas/bc/Customer.yaml
    table: Customer
    key: [No.]
    fields:
      - { name: No., type: code(20), required: true, default: number-series }
      - { name: Search Name, type: text(100) }
    #--- schemas/sales/account.yaml
    table: account
    key: [accountid]
    fields:
      - { name: accountid, type: guid, access: create, required: true, default: system }
      - { name: name, type: text(100) }
    #--- mappings/CUSTOMER.yaml
    mapping: CUSTOMER
    tables: { bc: Customer, sales: account }
    direction: to-sales
    fields:
      - { bc: \(name), sales: name }
    """
  }
}

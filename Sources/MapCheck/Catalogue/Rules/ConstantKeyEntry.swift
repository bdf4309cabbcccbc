extension FindingCatalogue {
  static let constantKey = FindingEntry(
    "constant-key", .rules,
    summary: "All records that a mapping creates would have the same key.",
    why:
      "A key tells the records of a table apart: with a constant in it, or in each of its fields, "
      + "the first record is created and every other one is refused. Leave the key to the system, "
      + "write it from a field of the source, or let 'generate' make it.",
    wrong: salespeople("constant: NEW"), right: salespeople("generate: 'DV{00000}'"))

  private static func salespeople(_ source: String) -> String {
    """
    #--- mappings/project.yaml
    project: example
    #--- schemas/bc/Salesperson_Purchaser.yaml
    table: Salesperson/Purchaser
    key: [Code]
    fields:
      - { name: Code, type: code(20), required: true }
      - { name: Name, type: text(50) }
    #--- schemas/sales/systemuser.yaml
    table: systemuser
    key: [systemuserid]
    fields:
      - { name: systemuserid, type: guid, access: create, required: true, default: system }
      - { name: fullname, type: text(50) }
    #--- mappings/SALESPEOPLE.yaml
    mapping: SALESPEOPLE
    tables: { bc: Salesperson/Purchaser, sales: systemuser }
    direction: to-bc
    scope: all
    create: { to-bc: true }
    fields:
      - { bc: Code, \(source) }
      - { bc: Name, sales: fullname }
    """
  }
}

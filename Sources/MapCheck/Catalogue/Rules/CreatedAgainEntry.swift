extension FindingCatalogue {
  static let createdAgain = FindingEntry(
    "created-again", .rules, .warning,
    summary: "A coupling ends with its deleted partner, and the next run creates that again.",
    why:
      "'delete: uncouple' leaves the other record without a partner. Where 'scope: all' creates "
      + "uncoupled records, it has a new one after the next run, and the deletion was in vain.",
    wrong: """
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
      tables: { bc: Customer, sales: account }
      direction: to-sales
      scope: all
      create: { to-sales: true }
      conflict: { delete: uncouple }
      fields:
        - { bc: Name, sales: name }
      """,
    right: """
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
      tables: { bc: Customer, sales: account }
      direction: to-sales
      scope: all
      create: { to-sales: true }
      conflict: { delete: delete-partner }
      fields:
        - { bc: Name, sales: name }
      """)
}

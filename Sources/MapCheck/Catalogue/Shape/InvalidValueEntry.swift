extension FindingCatalogue {
  static let invalidValue = FindingEntry(
    "invalid-value", .shape,
    summary: "A value that is none of those that the key takes.",
    why: "The message lists what is permitted, or shows how such a value is written.",
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
      rules: [contacts-of-new-customer]
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
      rules: [contacts-of-new-customers]
      fields:
        - { bc: Name, sales: name }
      """)
}

extension FindingCatalogue {
  static let nameClash = FindingEntry(
    "name-clash", .names,
    summary: "Two names become one in Swift.",
    why:
      "Names are made of ASCII letters and digits in the generated code. Give one of them a "
      + "'swift-name'.",
    wrong: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name 2, type: text(100) }
        - { name: Name-2, type: text(100) }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { first: [{ bc: Name 2 }, { bc: Name-2 }], sales: name }
      """,
    right: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name 2, type: text(100) }
        - { name: Name-2, type: text(100), swift-name: nameDash2 }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { first: [{ bc: Name 2 }, { bc: Name-2 }], sales: name }
      """)
}

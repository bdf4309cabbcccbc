extension FindingCatalogue {
  static let optionNotCovered = FindingEntry(
    "option-not-covered", .types,
    summary: "A value map leaves out a value that the filter lets through.",
    why:
      "Records with that value would have no answer. Map it, or say 'otherwise: keep', "
      + "'refuse' or a value.",
    wrong: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Blocked, type: option, values: { ' ': 0, Ship: 1, All: 3 } }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: statecode, type: option, values: { Active: 0, Inactive: 1 } }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Blocked, sales: statecode, values: { ' ': Active, All: Inactive } }
      """,
    right: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Blocked, type: option, values: { ' ': 0, Ship: 1, All: 3 } }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: statecode, type: option, values: { Active: 0, Inactive: 1 } }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Blocked, sales: statecode, values: { ' ': Active, All: Inactive }, otherwise: keep }
      """)
}

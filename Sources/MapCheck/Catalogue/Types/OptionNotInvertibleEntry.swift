extension FindingCatalogue {
  static let optionNotInvertible = FindingEntry(
    "option-not-invertible", .types,
    summary: "A two-way value map writes two values as one.",
    why:
      "On the way back only one of them could come out. Write the partners as a list: the "
      + "first is written, all are read.",
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
      direction: both
      fields:
        - { bc: Blocked, sales: statecode, values: { ' ': Active, Ship: Inactive, All: Inactive } }
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
        - { bc: Blocked, sales: statecode, values: { ' ': Active, Ship: Inactive, All: Inactive } }
      """)
}

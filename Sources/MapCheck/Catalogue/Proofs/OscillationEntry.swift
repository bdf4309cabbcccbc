extension FindingCatalogue {
  static let oscillation = FindingEntry(
    "oscillation", .proofs,
    summary: "After one run each way something would still change.",
    why: "The two sides would write to each other for ever. The counterexample shows the sequence.",
    wrong: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
        - { name: Name 2, type: text(100) }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
        - { name: nickname, type: text(100) }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: both
      fields:
        - { bc: Name, sales: name, direction: to-sales }
        - { bc: Name 2, sales: name, direction: to-bc }
        - { bc: Name 2, sales: nickname, direction: to-sales }
        - { bc: Name, sales: nickname, direction: to-bc }
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
        - { name: Name 2, type: text(100) }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
        - { name: nickname, type: text(100) }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: both
      fields:
        - { bc: Name, sales: name }
        - { bc: Name 2, sales: nickname }
      """)
}

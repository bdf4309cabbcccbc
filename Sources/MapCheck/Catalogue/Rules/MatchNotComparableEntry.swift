extension FindingCatalogue {
  static let matchNotComparable = FindingEntry(
    "match-not-comparable", .rules,
    summary: "Two fields of a match can never agree.",
    why: "Their types or lengths differ so that no two records would ever be matched.",
    wrong: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
        - { name: Notes, type: memo }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
        - { name: notes, type: memo }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      match: { groups: [[name, notes]] }
      fields:
        - { bc: Name, sales: name }
        - { bc: Notes, sales: notes }
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
        - { name: Notes, type: memo }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
        - { name: notes, type: memo }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      match: { groups: [[name]] }
      fields:
        - { bc: Name, sales: name }
        - { bc: Notes, sales: notes }
      """)
}

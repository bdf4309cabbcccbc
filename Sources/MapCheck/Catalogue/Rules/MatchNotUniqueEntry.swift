extension FindingCatalogue {
  static let matchNotUnique = FindingEntry(
    "match-not-unique", .rules, .warning,
    summary: "A match that cannot tell records apart.",
    why: "Records without an own value in its fields would all fit, and none would be coupled.",
    wrong: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
        - { name: City, type: text(80) }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
        - { name: address1_city, type: text(80) }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      match: { groups: [[address1_city]] }
      fields:
        - { bc: Name, sales: name }
        - { bc: City, sales: address1_city }
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
        - { name: City, type: text(80) }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
        - { name: address1_city, type: text(80) }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      match: { groups: [[name, address1_city]] }
      fields:
        - { bc: Name, sales: name }
        - { bc: City, sales: address1_city }
      """)
}

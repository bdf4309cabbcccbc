extension FindingCatalogue {
  static let prerequisiteDirection = FindingEntry(
    "prerequisite-direction", .graph, .warning,
    summary: "A prerequisite that never couples anything.",
    why:
      "It does not match, does not create, and no other mapping of its tables does: only "
      + "people couple its records.",
    wrong: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
        - { name: Salesperson Code, type: code(20), refers-to: Salesperson }
      #--- schemas/bc/Salesperson.yaml
      table: Salesperson
      key: [Code]
      fields:
        - { name: Code, type: code(20), required: true }
        - { name: Name, type: text(100) }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
        - { name: ownerid, type: lookup, refers-to: { systemuser: ownerid } }
      #--- schemas/sales/systemuser.yaml
      table: systemuser
      key: [systemuserid]
      fields:
        - { name: systemuserid, type: guid, access: create, required: true, default: system }
        - { name: fullname, type: text(100) }
      #--- mappings/SALESPEOPLE.yaml
      mapping: SALESPEOPLE
      tables: { bc: Salesperson, sales: systemuser }
      direction: to-sales
      fields:
        - { bc: Name, sales: fullname }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
        - { bc: Salesperson Code, sales: ownerid, through: SALESPEOPLE }
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
        - { name: Salesperson Code, type: code(20), refers-to: Salesperson }
      #--- schemas/bc/Salesperson.yaml
      table: Salesperson
      key: [Code]
      fields:
        - { name: Code, type: code(20), required: true }
        - { name: Name, type: text(100) }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
        - { name: ownerid, type: lookup, refers-to: { systemuser: ownerid } }
      #--- schemas/sales/systemuser.yaml
      table: systemuser
      key: [systemuserid]
      fields:
        - { name: systemuserid, type: guid, access: create, required: true, default: system }
        - { name: fullname, type: text(100) }
      #--- mappings/SALESPEOPLE.yaml
      mapping: SALESPEOPLE
      tables: { bc: Salesperson, sales: systemuser }
      direction: to-sales
      match: { groups: [[fullname]] }
      fields:
        - { bc: Name, sales: fullname }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
        - { bc: Salesperson Code, sales: ownerid, through: SALESPEOPLE }
      """)
}

extension FindingCatalogue {
  static let filteredReference = FindingEntry(
    "filtered-reference", .proofs, .warning,
    summary: "A reference may name a record that its mapping's filter keeps out.",
    why:
      "Such a record is never coupled, and what refers to it waits. Say 'uncoupled' to show "
      + "that this is meant.",
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
        - { name: Blocked, type: boolean }
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
      create: { to-sales: true }
      filter: { bc: { Blocked: false } }
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
        - { name: Blocked, type: boolean }
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
      create: { to-sales: true }
      filter: { bc: { Blocked: false } }
      fields:
        - { bc: Name, sales: fullname }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
        - { bc: Salesperson Code, sales: ownerid, through: SALESPEOPLE, uncoupled: clear }
      """)
}

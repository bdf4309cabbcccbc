extension FindingCatalogue {
  static let prerequisiteRedundant = FindingEntry(
    "prerequisite-redundant", .graph, .warning,
    summary: "A prerequisite that others give already.",
    why: "It says nothing new, and hides what does when those change.",
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
      create: { to-sales: true }
      fields:
        - { bc: Name, sales: fullname }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      requires: [SALESPEOPLE]
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
      create: { to-sales: true }
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

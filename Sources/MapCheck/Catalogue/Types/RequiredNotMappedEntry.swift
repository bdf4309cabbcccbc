extension FindingCatalogue {
  static let requiredNotMapped = FindingEntry(
    "required-not-mapped", .types,
    summary: "A mapping that creates records leaves out a field that they must have.",
    why: "The other system refuses the record. Map the field, or give it a value in a template.",
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
        - { name: customertypecode, type: option, values: { Customer: 3, Vendor: 11 }, required: true }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      create: { to-sales: true }
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
        - { name: customertypecode, type: option, values: { Customer: 3, Vendor: 11 }, required: true }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      create: { to-sales: true }
      templates: [{ to: sales, set: { customertypecode: Customer } }]
      fields:
        - { bc: Name, sales: name }
      """)
}

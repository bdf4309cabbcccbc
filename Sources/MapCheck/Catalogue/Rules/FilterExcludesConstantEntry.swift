extension FindingCatalogue {
  static let filterExcludesConstant = FindingEntry(
    "filter-excludes-constant", .rules,
    summary: "A mapping writes a value that its own filter rejects.",
    why:
      "A record that it made would be outside its filter in the next run. Say 'outside-filter: "
      + "follow' where this is meant.",
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
        - { name: customertypecode, type: option, values: { Customer: 3, Vendor: 11 } }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: both
      filter: { sales: { customertypecode: Customer } }
      fields:
        - { bc: Name, sales: name }
        - { sales: customertypecode, constant: Vendor }
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
        - { name: customertypecode, type: option, values: { Customer: 3, Vendor: 11 } }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: both
      filter: { sales: { customertypecode: Customer } }
      fields:
        - { bc: Name, sales: name }
        - { sales: customertypecode, constant: Customer }
      """)
}

extension FindingCatalogue {
  static let overlappingWriters = FindingEntry(
    "overlapping-writers", .proofs,
    summary: "Two mappings can write one record.",
    why:
      "Each would overwrite what the other wrote. Keep them apart by their filters, or by what "
      + "they write.",
    wrong: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
        - { name: Partner, type: option, values: { Customer: 0, Vendor: 1 } }
      #--- schemas/bc/Vendor.yaml
      table: Vendor
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
      direction: to-sales
      match: { groups: [[name]] }
      fields:
        - { bc: Name, sales: name }
      #--- mappings/VENDOR.yaml
      mapping: VENDOR
      tables: { bc: Vendor, sales: account }
      direction: to-sales
      match: { groups: [[name]] }
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
        - { name: Partner, type: option, values: { Customer: 0, Vendor: 1 } }
      #--- schemas/bc/Vendor.yaml
      table: Vendor
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
      direction: to-sales
      filter: { sales: { customertypecode: Customer } }
      match: { groups: [[name]] }
      fields:
        - { bc: Name, sales: name }
      #--- mappings/VENDOR.yaml
      mapping: VENDOR
      tables: { bc: Vendor, sales: account }
      direction: to-sales
      filter: { sales: { customertypecode: Vendor } }
      match: { groups: [[name]] }
      fields:
        - { bc: Name, sales: name }
      """)
}

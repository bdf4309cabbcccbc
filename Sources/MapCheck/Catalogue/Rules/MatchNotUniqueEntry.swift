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
      match: { groups: [[customertypecode]] }
      fields:
        - { bc: Partner, sales: customertypecode }
      #--- mappings/VENDOR.yaml
      mapping: VENDOR
      tables: { bc: Vendor, sales: account }
      direction: to-bc
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
      match: { groups: [[name, customertypecode]] }
      fields:
        - { bc: Name, sales: name }
        - { bc: Partner, sales: customertypecode }
      #--- mappings/VENDOR.yaml
      mapping: VENDOR
      tables: { bc: Vendor, sales: account }
      direction: to-bc
      fields:
        - { bc: Name, sales: name }
      """)
}

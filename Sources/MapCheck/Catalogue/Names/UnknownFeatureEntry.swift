extension FindingCatalogue {
  static let unknownFeature = FindingEntry(
    "unknown-feature", .names,
    summary: "A feature that the project does not declare.",
    why: "Features are declared in mappings/project.yaml, each as a value of a choice.",
    wrong: """
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
      #--- mappings/project.yaml
      project: example
      features:
        units: [unit-groups, single-units]
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      if: unit-groups
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Name, sales: name, if: unit-group }
      """,
    right: """
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
      #--- mappings/project.yaml
      project: example
      features:
        units: [unit-groups, single-units]
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      if: unit-groups
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
      """)
}

extension FindingCatalogue {
  static let ambiguousMapping = FindingEntry(
    "ambiguous-mapping", .proofs, canBeAllowed: false,
    summary: "Two mappings could translate a reference.",
    why: "Which one is asked would be chance. Say 'through'.",
    wrong: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Customer.yaml
      table: Customer
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
        - { name: Primary Contact No., type: code(20), refers-to: Contact }
      #--- schemas/bc/Contact.yaml
      table: Contact
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
        - { name: Type, type: option, values: { Company: 0, Person: 1 } }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
        - { name: primarycontactid, type: lookup, refers-to: contact }
      #--- schemas/sales/contact.yaml
      table: contact
      key: [contactid]
      fields:
        - { name: contactid, type: guid, access: create, required: true, default: system }
        - { name: lastname, type: text(100) }
      #--- mappings/COMPANY.yaml
      mapping: COMPANY
      tables: { bc: Contact, sales: contact }
      direction: to-sales
      filter: { bc: { Type: Company } }
      create: { to-sales: true }
      fields:
        - { bc: Name, sales: lastname }
      #--- mappings/PERSON.yaml
      mapping: PERSON
      tables: { bc: Contact, sales: contact }
      direction: to-sales
      filter: { bc: { Type: Person } }
      create: { to-sales: true }
      fields:
        - { bc: Name, sales: lastname }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
        - { bc: Primary Contact No., sales: primarycontactid, uncoupled: wait }
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
        - { name: Primary Contact No., type: code(20), refers-to: Contact }
      #--- schemas/bc/Contact.yaml
      table: Contact
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
        - { name: Type, type: option, values: { Company: 0, Person: 1 } }
      #--- schemas/sales/account.yaml
      table: account
      key: [accountid]
      fields:
        - { name: accountid, type: guid, access: create, required: true, default: system }
        - { name: name, type: text(100) }
        - { name: primarycontactid, type: lookup, refers-to: contact }
      #--- schemas/sales/contact.yaml
      table: contact
      key: [contactid]
      fields:
        - { name: contactid, type: guid, access: create, required: true, default: system }
        - { name: lastname, type: text(100) }
      #--- mappings/COMPANY.yaml
      mapping: COMPANY
      tables: { bc: Contact, sales: contact }
      direction: to-sales
      filter: { bc: { Type: Company } }
      create: { to-sales: true }
      fields:
        - { bc: Name, sales: lastname }
      #--- mappings/PERSON.yaml
      mapping: PERSON
      tables: { bc: Contact, sales: contact }
      direction: to-sales
      filter: { bc: { Type: Person } }
      create: { to-sales: true }
      fields:
        - { bc: Name, sales: lastname }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
        - { bc: Primary Contact No., sales: primarycontactid, through: PERSON, uncoupled: wait }
      """)
}

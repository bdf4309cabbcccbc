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
      #--- mappings/CONTACT.yaml
      mapping: CONTACT
      tables: { bc: Contact, sales: contact }
      direction: to-sales
      create: { to-sales: true }
      fields:
        - { bc: Name, sales: lastname }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      requires: [CONTACT]
      fields:
        - { bc: Name, sales: name }
        - { bc: Primary Contact No., sales: primarycontactid, through: CONTACT }
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
      #--- mappings/CONTACT.yaml
      mapping: CONTACT
      tables: { bc: Contact, sales: contact }
      direction: to-sales
      create: { to-sales: true }
      fields:
        - { bc: Name, sales: lastname }
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      fields:
        - { bc: Name, sales: name }
        - { bc: Primary Contact No., sales: primarycontactid, through: CONTACT }
      """)
}

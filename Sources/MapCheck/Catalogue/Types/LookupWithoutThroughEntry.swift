extension FindingCatalogue {
  static let lookupWithoutThrough = FindingEntry(
    "lookup-without-through", .types, canBeAllowed: false,
    summary: "A reference is copied as it is.",
    why:
      "The key of a record on one side means nothing on the other. Say through which mapping "
      + "it is translated.",
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
        - { name: Company No., type: code(20), refers-to: Customer }
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
        - { name: parentcustomerid, type: lookup, refers-to: account }
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
      create: { to-sales: true }
      fields:
        - { bc: Name, sales: name }
        - { bc: Primary Contact No., sales: primarycontactid }
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
        - { name: Company No., type: code(20), refers-to: Customer }
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
        - { name: parentcustomerid, type: lookup, refers-to: account }
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
      create: { to-sales: true }
      fields:
        - { bc: Name, sales: name }
        - { bc: Primary Contact No., sales: primarycontactid, through: CONTACT }
      """)
}

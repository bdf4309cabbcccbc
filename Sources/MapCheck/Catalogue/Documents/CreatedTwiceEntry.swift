extension FindingCatalogue {
  static let createdTwice = FindingEntry(
    "created-twice", .documents,
    summary: "Two mappings create records in one table from the same record.",
    why:
      "Which of them does would be chance: the first that runs, with the values that only it "
      + "writes; where both run at once, there would be two records for one. Filters of the table "
      + "in which they create keep nothing apart, because there is nothing yet.",
    wrong: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Contact.yaml
      table: Contact
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
        - { name: Type, type: option, values: { Company: 0, Person: 1 } }
      #--- schemas/sales/contact.yaml
      table: contact
      key: [contactid]
      fields:
        - { name: contactid, type: guid, access: create, required: true, default: system }
        - { name: lastname, type: text(100) }
        - { name: jobtitle, type: text(100) }
      #--- mappings/COMPANY.yaml
      mapping: COMPANY
      tables: { bc: Contact, sales: contact }
      filter: { bc: { Type: Company } }
      create: { to-bc: true }
      fields:
        - { bc: Type, constant: Company }
        - { bc: Name, sales: lastname }
      #--- mappings/PERSON.yaml
      mapping: PERSON
      tables: { bc: Contact, sales: contact }
      filter: { bc: { Type: Person } }
      create: { to-bc: true }
      fields:
        - { bc: Type, constant: Person }
        - { bc: Name, sales: lastname }
      """,
    right: """
      #--- mappings/project.yaml
      project: example
      #--- schemas/bc/Contact.yaml
      table: Contact
      key: [No.]
      fields:
        - { name: No., type: code(20), required: true, default: number-series }
        - { name: Name, type: text(100) }
        - { name: Type, type: option, values: { Company: 0, Person: 1 } }
      #--- schemas/sales/contact.yaml
      table: contact
      key: [contactid]
      fields:
        - { name: contactid, type: guid, access: create, required: true, default: system }
        - { name: lastname, type: text(100) }
        - { name: jobtitle, type: text(100) }
      #--- mappings/COMPANY.yaml
      mapping: COMPANY
      tables: { bc: Contact, sales: contact }
      filter: { bc: { Type: Company }, sales: { jobtitle: empty } }
      create: { to-bc: true }
      fields:
        - { bc: Type, constant: Company }
        - { bc: Name, sales: lastname }
      #--- mappings/PERSON.yaml
      mapping: PERSON
      tables: { bc: Contact, sales: contact }
      filter: { bc: { Type: Person }, sales: { jobtitle: not empty } }
      create: { to-bc: true }
      fields:
        - { bc: Type, constant: Person }
        - { bc: Name, sales: lastname }
      """)
}

extension FindingCatalogue {
  static let prerequisiteCycle = FindingEntry(
    "prerequisite-cycle", .graph,
    summary: "Mappings wait for each other in a circle.",
    why:
      "None of their new records could ever be written. The path names each step's reason; a "
      + "field map in it may say 'uncoupled: later'.",
    wrong: circularProject(primaryContact: ""),
    right: circularProject(primaryContact: ", uncoupled: later"))

  private static func circularProject(primaryContact answer: String) -> String {
    """
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
      - { name: Customer No., type: code(20), refers-to: Customer }
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
    #--- mappings/CUSTOMER.yaml
    mapping: CUSTOMER
    tables: { bc: Customer, sales: account }
    direction: to-sales
    create: { to-sales: true }
    fields:
      - { bc: Name, sales: name }
      - { bc: Primary Contact No., sales: primarycontactid, through: CONTACT\(answer) }
    #--- mappings/CONTACT.yaml
    mapping: CONTACT
    tables: { bc: Contact, sales: contact }
    direction: to-sales
    create: { to-sales: true }
    fields:
      - { bc: Name, sales: lastname }
      - { bc: Customer No., sales: parentcustomerid, through: CUSTOMER }
    """
  }
}

import MapCheck
import MapCompiler

/// Small projects, read as files are.
enum PlanSample {
  static func compile(_ mappings: String) -> Compilation {
    // A choice that no file names would be a finding of its own.
    let features = mappings.contains("-ownership") ? Self.features : ""
    return Compiler.check(ExampleProject.files(of: project + features + tables + mappings))
  }

  private static let project = """
    #--- mappings/project.yaml
    project: sample

    """

  private static let features = """
    features: { ownership: [person-ownership, team-ownership] }

    """

  private static let tables = """
    #--- schemas/bc/Customer.yaml
    table: Customer
    key: [No.]
    fields:
      - { name: No., type: code(20), required: true, default: number-series }
      - { name: Contact No., type: code(20), refers-to: Contact }
    #--- schemas/bc/Contact.yaml
    table: Contact
    key: [No.]
    fields:
      - { name: No., type: code(20), required: true, default: number-series }
      - { name: Customer No., type: code(20), refers-to: Customer }
    #--- schemas/sales/account.yaml
    table: account
    key: [accountid]
    fields:
      - { name: accountid, type: guid, access: create, required: true, default: system }
      - { name: primarycontactid, type: lookup, refers-to: { contact: primarycontactid } }
    #--- schemas/sales/contact.yaml
    table: contact
    key: [contactid]
    fields:
      - { name: contactid, type: guid, access: create, required: true, default: system }
      - { name: parentcustomerid, type: lookup, refers-to: { account: parentcustomerid_account } }

    """

  /// Customers and contacts that refer to each other.
  /// - Parameters:
  ///   - contact: what the customer's field map says besides.
  ///   - customer: what the contact's says.
  static func pair(contact: String = "", customer: String = "", above: String = "") -> Compilation {
    compile(
      """
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }
      direction: to-sales
      create: { to-sales: true }
      fields:
        - { bc: Contact No., sales: primarycontactid, through: CONTACT\(contact) }
      #--- mappings/CONTACT.yaml
      mapping: CONTACT
      tables: { bc: Contact, sales: contact }
      direction: to-sales
      create: { to-sales: true }
      fields:
      \(above)  - { bc: Customer No., sales: parentcustomerid, through: CUSTOMER\(customer) }
      """)
  }
}

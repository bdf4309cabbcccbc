import MapRuntime

/// A new customer or vendor gets its company contact, and that contact follows its changes
/// (scenario SYN-021; R C-34).
struct BusinessRelation: SystemRule {
  static let table = "Contact Business Relation"

  /// BC's own table between contacts and the customers and vendors that they are.
  static let description = TableDescription(
    .bc, table, key: ["Contact No.", "Business Relation Code"],
    fields: [
      FieldDescription(
        "Contact No.", .code(length: 20), required: true,
        refersTo: [ReferenceDescription("Contact")]),
      FieldDescription("Business Relation Code", .code(length: 10), required: true),
      FieldDescription(
        "Link to Table", .option,
        options: [.init(" ", 0), .init("Customer", 1), .init("Vendor", 2)]),
      FieldDescription(
        "No.", .code(length: 20),
        refersTo: [
          ReferenceDescription("Customer", pick: OptionValue(1)),
          ReferenceDescription("Vendor", pick: OptionValue(2)),
        ], pickedBy: "Link to Table"),
    ])

  /// What the contact takes over.
  private static let shared = [
    "Name", "Address", "Address 2", "City", "Phone No.", "Fax No.", "Post Code", "County",
    "Country/Region Code", "E-Mail", "Home Page", "Currency Code", "Salesperson Code",
    "Mobile Phone No.",
  ]

  func concerns(_ table: TableLayout) -> Bool {
    table.side == .bc && (table.name == "Customer" || table.name == "Vendor")
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard let contacts = session.schema["Contact"], change.kind != .deleted else { return }
    let fields = Self.shared.filter {
      contacts.column($0) != nil && change.table.column($0) != nil
    }
    if change.kind == .created {
      // One that is stated together with its contact has it.
      guard try relation(of: change, in: session) == nil else { return }
      try createContact(change, fields, in: session)
    } else {
      let changed = fields.filter { change.isChanged($0) }
      guard !changed.isEmpty, let contact = try contact(of: change, in: session) else { return }
      try session.change(contacts.name, contact, values(change, changed), by: .system)
    }
  }

  private func createContact(
    _ change: RowChange, _ fields: [String], in session: WriteSession
  ) throws {
    let id = try session.create("Contact", values(change, fields), by: .system)
    guard let contacts = session.schema["Contact"], let column = contacts.column("No."),
      let number = try session.values(of: contacts, id)?[column]
    else { return }
    let isCustomer = change.table.name == "Customer"
    try session.create(
      Self.table,
      [
        "Contact No.": number, "No.": change["No."],
        "Business Relation Code": .text(isCustomer ? "CUST" : "VEND"),
        "Link to Table": .option(OptionValue(isCustomer ? 1 : 2)),
      ], by: .system)
  }

  private func relation(of change: RowChange, in session: WriteSession) throws -> Guid? {
    guard session.schema[Self.table] != nil else { return nil }
    let link = Value.option(OptionValue(change.table.name == "Customer" ? 1 : 2))
    return try session.find(Self.table, ["Link to Table": link, "No.": change["No."]]).first
  }

  private func contact(of change: RowChange, in session: WriteSession) throws -> Guid? {
    guard let table = session.schema[Self.table], let column = table.column("Contact No."),
      let relation = try relation(of: change, in: session),
      let contact = try session.values(of: table, relation)?[column]
    else { return nil }
    return try session.find("Contact", ["No.": contact]).first
  }

  private func values(_ change: RowChange, _ fields: [String]) -> [String: Value] {
    Dictionary(fields.map { ($0, change[$0]) }) { first, _ in first }
  }
}

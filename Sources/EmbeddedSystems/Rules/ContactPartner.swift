import MapRuntime

/// A contact's business partner comes from its company's relation; writing it sets the company
/// (R C-34, C-35).
struct ContactPartner: SystemRule {
  private static let field = "Business Partner"

  func concerns(_ table: TableLayout) -> Bool {
    guard table.side == .bc else { return false }
    return table.name == BusinessRelation.table
      || table.name == "Contact" && table.column(Self.field) != nil
        && table.column("Company No.") != nil
  }

  func fills(_ field: String, of table: String) -> Bool {
    table == "Contact" && field == Self.field
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard let contacts = session.schema["Contact"], contacts.column(Self.field) != nil else {
      return
    }
    if change.table.name == BusinessRelation.table {
      for company in Set([change["Contact No."], change.old("Contact No.")]) where !company.isEmpty
      {
        for contact in try session.find("Contact", ["Company No.": company]) {
          try set(Partner.of(company: company, in: session), of: contact, in: session)
        }
      }
      return
    }
    guard change.kind != .deleted else { return }
    if change.isChanged(Self.field), !change[Self.field].isEmpty {
      let current = try Partner.of(company: change["Company No."], in: session)
      if current == change[Self.field] { return }
      guard let company = try Partner.company(of: change[Self.field], in: session) else {
        throw Refusal("\(change.shown): '\(change[Self.field])' has no company contact")
      }
      try session.change("Contact", change.id, ["Company No.": company], by: .system)
    } else if change.isChanged("Company No.") {
      try set(Partner.of(company: change["Company No."], in: session), of: change.id, in: session)
    }
  }

  private func set(_ partner: Value, of contact: Guid, in session: WriteSession) throws {
    guard let table = session.schema["Contact"], let column = table.column(Self.field),
      try session.values(of: table, contact)?[column] != partner
    else { return }
    try session.change("Contact", contact, [Self.field: partner], by: .system)
  }
}

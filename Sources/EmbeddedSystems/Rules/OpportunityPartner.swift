import MapRuntime

/// An opportunity's company is its contact's, and its business partner that company's (R B-28).
struct OpportunityPartner: SystemRule {
  func concerns(_ table: TableLayout) -> Bool {
    table.side == .bc && table.name == "Opportunity" && table.column("Business Partner") != nil
      && table.column("Contact Company No.") != nil
  }

  func fills(_ field: String, of table: String) -> Bool {
    table == "Opportunity" && field == "Business Partner"
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard change.kind != .deleted else { return }
    var company = change["Contact Company No."]
    var fields: [String: Value] = [:]
    if change.isChanged("Contact No."), !change["Contact No."].isEmpty,
      let contacts = session.schema["Contact"], let column = contacts.column("Company No."),
      let contact = try session.find("Contact", ["No.": change["Contact No."]]).first,
      let found = try session.values(of: contacts, contact)?[column], found != company
    {
      company = found
      fields["Contact Company No."] = found
    }
    let partner = try Partner.of(company: company, in: session)
    if partner != change["Business Partner"] { fields["Business Partner"] = partner }
    guard !fields.isEmpty else { return }
    try session.change("Opportunity", change.id, fields, by: .system)
  }
}

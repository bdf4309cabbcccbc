import MapRuntime

/// An opportunity's company is its contact's, and its business partner that company's (R B-28).
struct OpportunityPartner: SystemRule {
  func concerns(_ table: TableLayout) -> Bool {
    guard table.side == .bc else { return false }
    return table.name == BusinessRelation.table
      || table.name == "Opportunity" && table.column("Business Partner") != nil
        && table.column("Contact Company No.") != nil
  }

  func fills(_ field: String, of table: String) -> Bool {
    table == "Opportunity" && field == "Business Partner"
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    if change.table.name == BusinessRelation.table {
      return try followRelation(change, in: session)
    }
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

  /// The company's relation is another one, or says another customer or vendor.
  private func followRelation(_ change: RowChange, in session: WriteSession) throws {
    guard let table = session.schema["Opportunity"], let column = table.column("Business Partner"),
      table.column("Contact Company No.") != nil
    else { return }
    for company in Set([change["Contact No."], change.old("Contact No.")]) where !company.isEmpty {
      let partner = try Partner.of(company: company, in: session)
      for id in try session.find(table.name, ["Contact Company No.": company])
      where try session.values(of: table, id)?[column] != partner {
        try session.change(table.name, id, ["Business Partner": partner], by: .system)
      }
    }
  }
}

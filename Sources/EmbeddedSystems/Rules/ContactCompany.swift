import MapRuntime

/// A contact that is a company is its own company.
struct ContactCompany: SystemRule {
  func concerns(_ table: TableLayout) -> Bool {
    table.side == .bc && table.name == "Contact" && table.column("Company No.") != nil
      && table.column("Type") != nil
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard change.kind != .deleted, change["Type"].option == OptionValue(0),
      change["Company No."].isEmpty
    else { return }
    try session.change("Contact", change.id, ["Company No.": change["No."]], by: .system)
  }
}

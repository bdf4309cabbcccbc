import MapRuntime

/// Sales takes no currency without an exchange rate (scenario CUR-008).
struct CurrencyRate: SystemRule {
  func concerns(_ table: TableLayout) -> Bool {
    table.side == .sales && table.name == "transactioncurrency"
      && table.column("exchangerate") != nil
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard change.kind != .deleted else { return }
    if let rate = change["exchangerate"].decimal, rate > .zero { return }
    throw Refusal("\(change.shown): field 'exchangerate' must be more than 0")
  }
}

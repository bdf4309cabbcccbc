import MapRuntime

/// Lines, ledger entries and stock entries that somebody writes one by one change the figures of
/// their customers and items (DH-1, DH-2).
struct KeptFigures: SystemRule {
  func concerns(_ table: TableLayout) -> Bool {
    guard table.side == .bc else { return false }
    switch table.name {
    case BusinessTables.lineName:
      return table.column(LineField.outstandingAmountLocal.name) != nil
        && table.column(LineField.shippedNotInvoicedLocal.name) != nil
    case "Cust. Ledger Entry": return table.column("Remaining Amt. (LCY)") != nil
    case "Item Ledger Entry": return table.column("Quantity") != nil
    default: return false
    }
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    // Of a state that is stated, figures that nobody states are counted at its end.
    guard !session.isStating else { return }
    if change.before != nil { try take(-1, session) { change.old($0) } }
    if change.after != nil { try take(1, session) { change[$0] } }

    func take(
      _ sign: Int64, _ session: WriteSession, _ value: (String) -> Value
    ) throws {
      switch change.table.name {
      case BusinessTables.lineName:
        try session.figures.take(
          outstanding: value(LineField.outstandingAmountLocal.name),
          notInvoiced: value(LineField.shippedNotInvoicedLocal.name),
          of: value(LineField.billToCustomer.name), type: value(LineField.documentType.name), sign)
      case "Item Ledger Entry":
        try session.figures.take(quantity: value("Quantity"), ofItem: value("Item No."), sign)
      default:
        try session.figures.take(
          remaining: value("Remaining Amt. (LCY)"), sales: value("Sales (LCY)"),
          of: value("Customer No."), sign)
      }
    }
  }
}

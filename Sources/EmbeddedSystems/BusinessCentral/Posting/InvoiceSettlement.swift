import MapRuntime

/// How much of a posted invoice is settled.
public enum InvoiceSettlement: Hashable, Sendable {
  case open
  case partly
  case whole
  /// By a credit memo that cancels or corrects it (DF-1, DF-4).
  case cancelled
}

extension WriteSession {
  /// How much of a posted invoice its ledger entry says is settled; nil where the table holds no
  /// posted invoices, and for an invoice that is not there or has no entry.
  public func settlement(
    ofInvoice id: Guid, in table: TableLayout
  ) throws -> InvoiceSettlement? {
    guard table.side == .bc, table.name == "Sales Invoice Header",
      try contains(id, in: table), let invoice = try row(id, of: table)
    else { return nil }
    if invoice["Cancelled"] == .boolean(true) { return .cancelled }
    guard let ledger = try ledgerRow(ofInvoice: invoice) else { return nil }
    let remaining = ledger.entry.remainingAmount
    if remaining == .zero { return .whole }
    return remaining == ledger.row["Amount"].decimal ? .open : .partly
  }
}

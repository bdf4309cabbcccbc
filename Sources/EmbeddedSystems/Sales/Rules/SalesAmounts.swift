import MapRuntime

/// Sales keeps the prices, amounts and totals of quotes, orders and invoices when a line or a header
/// is written (SB-9).
struct SalesAmounts: SystemRule {
  func concerns(_ table: TableLayout) -> Bool {
    SalesTables.hasHeaders(table) || SalesTables.hasLines(table)
  }

  func concerns(_ table: TableLayout, writing columns: Set<Int>, isNew: Bool) -> Bool {
    if isNew { return true }
    let fields =
      SalesTables.hasHeaders(table)
      ? SalesHeaderField.computing.map(\.name)
      : SalesLineField.computing.map(\.name) + [table.description.parent?.by.first?.own ?? ""]
    return fields.contains { table.column($0).map(columns.contains) ?? false }
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard let tables = session.schema.sales[change.table.name], tables.computes else { return }
    guard let lines = tables.lines, lines.table.name == change.table.name else {
      guard change.kind != .deleted else { return }
      if session.writer != .system, let after = change.after {
        try tables.header.row(change.id, after).check(change.shown)
      }
      return try compute(change.id, change, tables, in: session)
    }
    for id in change.headers(lines) { try compute(id, change, tables, in: session) }
  }

  private func compute(
    _ id: Guid, _ change: RowChange, _ tables: SalesTables, in session: WriteSession
  ) throws {
    // Of documents that are made together each is computed once, with all of its lines.
    if session.isTogether, !session.computed.insert(id).inserted { return }
    guard var document = try session.salesDocument(tables, id) else { return }
    let isHeader = change.id == id
    document.isCurrencyNew =
      isHeader && change.isChanged("transactioncurrencyid")
    if isHeader, change.kind == .changed, document.isCurrencyNew, !document.lines.isEmpty,
      session.writer != .system
    {
      throw Refusal("\(change.shown) has lines, and its currency cannot be changed")
    }
    for index in document.lines.indices
    where session.isTogether || document.lines[index].row.id == change.id {
      document.lines[index].isNew = change.kind == .created
      document.lines[index].isDiscountOpen =
        document.lines[index].isNew
        || ["quantity", "productid", "uomid", "ispriceoverridden"].contains(where: change.isChanged)
    }
    try session.compute(&document)
    try session.save(document)
  }
}

import MapRuntime

/// What Sales notes by itself when a quote, an order or an invoice goes to another state (SF-2, SF-4),
/// and the steps that it takes in one state only (SG-3).
struct SalesStates: SystemRule {
  func concerns(_ table: TableLayout) -> Bool {
    SalesTables.hasHeaders(table) && table.description.states != nil
  }

  func concerns(_ table: TableLayout, writing columns: Set<Int>, isNew: Bool) -> Bool {
    guard let states = table.description.states else { return false }
    return !isNew
      && [states.field, states.status].contains { table.column($0).map(columns.contains) ?? false }
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard change.kind == .changed, let tables = session.schema.sales[change.table.name],
      let states = tables.states
    else { return }
    guard change.isChanged(states.field) else {
      if tables.kind == .invoice, change.isChanged(states.status), session.writer != .system,
        !session.isReopening, let state = tables.state(change[states.field]), state.isLocked
      {
        throw Refusal(
          "\(change.shown) is '\(state.name)' and takes no other status; make it active first")
      }
      return
    }
    guard var header = try session.salesHeader(tables, change.id) else { return }
    header.enter(tables, on: session.now.date, isReopened: session.isReopening)
    try session.save(header, tables.header)
  }
}

extension FieldRow<SalesHeaderField> {
  /// Notes the day on which a document came into the state that it is in.
  /// - Parameter isReopened: whether it was there before, and was only opened to be changed.
  mutating func enter(_ tables: SalesTables, on day: DateValue, isReopened: Bool) {
    let today = Value.date(day)
    switch (tables.kind, tables.state(self[.statecode])?.value) {
    case (.order, 1) where !isReopened || self[.submitdate].isEmpty: set(.submitdate, today)
    case (.order, 3) where self[.datefulfilled].isEmpty: set(.datefulfilled, today)
    case (.quote, 2), (.quote, 3): set(.closedon, today)
    default: break
    }
  }
}

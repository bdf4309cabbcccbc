import MapRuntime

/// With a document go its lines, and with a record its notes and posts.
struct SalesDeletion: SystemRule {
  private static let attached = [("annotation", "objectid"), ("post", "regardingobjectid")]
  private static let others: Set = ["account", "contact", "opportunity", "product"]

  func concerns(_ table: TableLayout) -> Bool {
    SalesTables.hasHeaders(table) || table.side == .sales && Self.others.contains(table.name)
  }

  func concerns(_ table: TableLayout, writing columns: Set<Int>, isNew: Bool) -> Bool { false }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard change.kind == .deleted else { return }
    var tables = Self.attached
    if let lines = session.schema.sales[change.table.name]?.lines {
      tables.append((lines.table.name, lines.headerField))
    }
    for (name, field) in tables {
      guard let table = session.schema[name], let column = table.column(field) else { continue }
      let isMeant = table.columns[column].field.refersTo.contains { $0.table == change.table.name }
      guard isMeant else { continue }
      for id in try session.find(name, [field: .guid(change.id)]) {
        try session.acting(as: .system) {
          if case .refused(let sentence) = try session.delete(id, from: table) {
            throw Refusal(sentence)
          }
        }
      }
    }
  }
}

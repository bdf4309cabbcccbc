import GRDB
import GRDBSQLite
import MapRuntime

/// What is done with documents on behalf of those who write them from outside.
extension WriteSession {
  /// A statement of a reader that stands on this module.
  public func prepared(_ sql: String) throws -> RowStatement { try RowStatement(sql, on: db) }

  /// Does something with a document; nothing of it stays where it is refused.
  public func outcome(
    of id: Guid, in table: TableLayout, _ body: () throws -> Void
  ) throws -> WriteOutcome {
    guard try contains(id, in: table) else { return .missing }
    do {
      try guarded(true) { try body() }
      return .written(id: id, version: try currentVersion(table, id))
    } catch let refusal as Refusal {
      return .refused(refusal.sentence)
    }
  }

  /// Writes fields of a document even where its state locks it, and leaves it in a state; nil for the
  /// one that it has (R F-2, H-19).
  public func rewrite(
    _ fields: [String: Value], of id: Guid, in table: TableLayout, to state: EnteredState?
  ) throws -> WriteOutcome {
    let (plan, content) = system.plan(table, fields, isNew: false, by: author)
    let statement = try statement(plan)
    guard table.side == .sales else {
      return try update(plan, statement, id: id, expected: nil, company: nil, content)
    }
    return try reopen(
      plan, statement, id: id, expected: nil, company: nil, content, to: state)
  }

  /// Keeps a copy of a document as a version, and lets the document that came of it name it
  /// (R E-19). Where that names it already, the copy is there, and nothing happens.
  public func archive(_ id: Guid, by order: Guid?) throws {
    let quote = try existing(id)
    if let order, try existing(order).header.text(.quoteNumber) == quote.number { return }
    try archive(id)
    guard let order else { return }
    _ = try change(
      quote.header.table.layout.name, order, ["Quote No.": .of(text: quote.number)], by: .system)
  }

  /// Whether everything of a document was invoiced that is gone; nil for one that never was.
  public func wasInvoiced(_ id: Guid, in table: TableLayout) throws -> Bool? {
    let find = try RowStatement(
      "SELECT id IN (SELECT id FROM \"$invoiced\") FROM \"$deleted\""
        + " WHERE \"table\" = ?1 AND id = ?2 AND company = \(company)", on: db)
    find.bind(table.name, at: 1)
    find.bind(id, at: 2)
    defer { find.reset() }
    return try find.step() ? sqlite3_column_int64(find.handle, 0) != 0 : nil
  }
}

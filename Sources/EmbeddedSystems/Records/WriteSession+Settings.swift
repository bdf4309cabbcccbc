import GRDB
import GRDBSQLite
import MapRuntime

extension WriteSession {
  /// A lookup that new records take; empty where none is set.
  func setting(_ name: String) throws -> Value {
    let select = try RowStatement(
      "SELECT (SELECT value FROM \"$system\" WHERE name = ?1),"
        + " (SELECT value FROM \"$system\" WHERE name = ?2)", on: db)
    select.bind(name, at: 1)
    select.bind(name + " table", at: 2)
    defer { select.reset() }
    guard try select.step(), let id = try StatementRow.guid(select.handle, 0) else { return .empty }
    return .lookup(Lookup(table: try StatementRow.text(select.handle, 1) ?? "", id: id))
  }

  func set(_ name: String, to lookup: Lookup) throws {
    let insert = try RowStatement("INSERT OR REPLACE INTO \"$system\" VALUES (?1, ?2)", on: db)
    insert.bind(name, at: 1)
    insert.bind(lookup.id, at: 2)
    try insert.run()
    insert.bind(name + " table", at: 1)
    insert.bind(lookup.table, at: 2)
    try insert.run()
  }
}

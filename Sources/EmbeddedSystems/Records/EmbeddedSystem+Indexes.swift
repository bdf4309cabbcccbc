import GRDB
import MapRuntime

extension EmbeddedSystem {
  /// Makes an index over columns, as SQL, unless it is there.
  public func addIndex(to table: TableLayout, by columns: [String]) throws(SystemFailure) {
    let name = SQLName.quoted("\(table.name)$match$\(columns.joined(separator: ","))")
    let isThere = try read { db in
      try Bool.fetchOne(
        db, sql: "SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ?",
        arguments: ["\(table.name)$match$\(columns.joined(separator: ","))"]) ?? false
    }
    if isThere || isReadOnly { return }
    let parts = columns.joined(separator: ", ")
    try write(by: .system) { session in
      try session.db.execute(
        sql: "CREATE INDEX IF NOT EXISTS \(name) ON \(table.sqlName) (\(parts))")
    }
  }
}

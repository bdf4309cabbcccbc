import GRDB
import GRDBSQLite
import MapRuntime

/// Rows that other records read from a day on: on that day those records have changed
/// (docs/language.md#tables, `until: $today`).
extension WriteSession {
  /// Counts the records that read a row as changed.
  func touch(_ dependent: Dependent, of row: [Value]) throws {
    var fields: [String: Value] = [:]
    for pair in dependent.pairs { fields[pair.own] = row[pair.theirs] }
    // A record without a reference reads no row.
    if fields.values.allSatisfy(\.isEmpty) { return }
    touched[dependent.table, default: []].formUnion(try find(dependent.table, fields))
  }

  /// Notes a row that is read from a day on.
  func wait(until day: DateValue, for id: Guid, in table: TableLayout) throws {
    let insert = try RowStatement(
      "INSERT OR IGNORE INTO \"$waiting\" VALUES (?1, ?2, ?3, ?4)", on: db)
    insert.bind(Int64(day.days), at: 1)
    insert.bind(company, at: 2)
    insert.bind(table.name, at: 3)
    insert.bind(id, at: 4)
    try insert.run()
  }

  /// Counts as changed what reads the rows whose day has come; the rows of this company.
  func wake() throws {
    let select = try RowStatement(
      "SELECT \"table\", id FROM \"$waiting\" WHERE day <= ?1 AND company = ?2", on: db)
    select.bind(Int64(now.date.days), at: 1)
    select.bind(company, at: 2)
    var rows: [(table: TableLayout, id: Guid)] = []
    while try select.step() {
      guard let table = schema[StatementRow.text(select.handle, 0) ?? ""],
        let id = StatementRow.guid(select.handle, 1)
      else { continue }
      rows.append((table, id))
    }
    select.reset()
    for (table, id) in rows {
      // It may be gone, or wait for a later day by now: then nothing is lost by one look more.
      guard let row = try values(of: table, id) else { continue }
      for dependent in schema.dependents(of: table.name) where dependent.validFrom != nil {
        try touch(dependent, of: row)
      }
    }
    let delete = try RowStatement(
      "DELETE FROM \"$waiting\" WHERE day <= ?1 AND company = ?2", on: db)
    delete.bind(Int64(now.date.days), at: 1)
    delete.bind(company, at: 2)
    try delete.run()
  }
}

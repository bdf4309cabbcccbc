import EmbeddedSystems
import GRDBSQLite
import MapRuntime
import MapSync

import class GRDB.Database

/// Rows of a table that changed after a version, with some of their fields: of tables that need be no
/// mapping's.
struct ChangedRows: Sendable {
  /// One of them.
  struct Row: Sendable {
    let id: Guid
    let version: RecordVersion
    /// In the order of the fields that were asked for.
    let values: [Value]
  }

  private let table: TableLayout
  private let shown: [ColumnLayout]
  private let columns: ReadColumns
  private let company: String

  /// Nil where the table lacks a field.
  init?(_ table: TableLayout, _ fields: [String], company: String) {
    let places = fields.compactMap { table.column($0) }
    guard places.count == fields.count else { return nil }
    self.table = table
    self.company = company
    shown = places.map { table.columns[$0] }
    columns = ReadColumns(shown, on: table.side, after: 4)
  }

  private var select: String {
    "SELECT t.\"$id\", t.\"$version\", t.\"$modified\", t.\"$ours\", \(columns.sql)"
      + " FROM \(table.sqlName) t"
  }

  /// Oldest change first.
  func rows(since version: Int64, limit: Int, _ db: Database) throws -> [Row] {
    let statement = try RowStatement(
      select + " WHERE t.\"$version\" > ?1\(company) ORDER BY t.\"$version\" LIMIT \(limit)",
      on: db)
    statement.bind(version, at: 1)
    defer { statement.reset() }
    var rows: [Row] = []
    while try statement.step() { rows.append(try row(statement)) }
    return rows
  }

  func rows(ids: [Guid], _ db: Database) throws -> [Row] {
    let statement = try RowStatement(select + " WHERE t.\"$id\" = ?1\(company)", on: db)
    var rows: [Row] = []
    for id in ids {
      statement.bind(id, at: 1)
      defer { statement.reset() }
      if try statement.step() { rows.append(try row(statement)) }
    }
    return rows
  }

  /// The rows whose first field is one of some texts.
  func rows(named names: Set<String>, _ db: Database) throws -> [Row] {
    try rows(with: names.sorted().map { .text($0) }, db)
  }

  /// The rows whose first field has one of some values.
  func rows(with values: [Value], _ db: Database) throws -> [Row] {
    guard let first = shown.first, !values.isEmpty else { return [] }
    let statement = try RowStatement(
      select + " WHERE \(first.sql) = ?1\(company)", on: db)
    var rows: [Row] = []
    for value in values {
      statement.bind(value, at: 1)
      defer { statement.reset() }
      while try statement.step() { rows.append(try row(statement)) }
    }
    return rows
  }

  /// What cannot be read of it is empty: it is nobody's record that could fail.
  private func row(_ statement: RowStatement) throws -> Row {
    let handle = statement.handle
    let number = sqlite3_column_int64(handle, 1)
    let own = sqlite3_column_int64(handle, 3)
    let damage = RowDamage()
    let row = StatementRow(statement, columns, damage)
    let values = shown.indices.map { shown[$0].value(row, $0) }
    _ = damage.taken()
    return Row(
      id: try StatementRow.id(handle, 0),
      version: RecordVersion(
        number: number, modified: try StatementRow.moment(handle, 2), isOurs: own == number,
        lastOwn: own), values: values)
  }
}

import EmbeddedSystems
import GRDBSQLite
import MapRuntime
import MapSync

/// What is read of the records of a type: id, version, time, author, company, then its columns.
struct RecordSelect<Record: TableRecord>: Sendable {
  private static var others: Int { 5 }

  let table: TableLayout
  let columns: ReadColumns
  /// Where the record's columns are in the table.
  let places: [Int]

  init(_ table: TableLayout) throws(StoreFailure) {
    self.table = table
    var layouts: [ColumnLayout] = []
    var places: [Int] = []
    for column in Record.table.columns {
      guard let place = table.column(column.name) else {
        throw .unknown("'\(table.name)' has no field '\(column.name)'")
      }
      places.append(place)
      layouts.append(table.columns[place])
    }
    self.places = places
    columns = ReadColumns(layouts, after: Self.others)
  }

  /// The statement up to its conditions.
  var sql: String {
    let company = table.company.map { table.columns[$0].sql } ?? "NULL"
    return "SELECT t.\"$id\", t.\"$version\", t.\"$modified\", t.\"$ours\", \(company), "
      + "\(columns.sql) FROM \(table.sqlName) t"
  }

  @inline(__always)
  func record(_ statement: RowStatement) -> StoredRecord<Record> {
    let handle = statement.handle
    let number = sqlite3_column_int64(handle, 1)
    let own = sqlite3_column_int64(handle, 3)
    return StoredRecord(
      id: StatementRow.guid(handle, 0) ?? .zero,
      version: RecordVersion(
        number: number, modified: DateTimeValue(milliseconds: sqlite3_column_int64(handle, 2)),
        isOurs: own == number, lastOwn: own),
      company: StatementRow.guid(handle, 4),
      record: Record(reading: StatementRow(statement, columns)))
  }
}

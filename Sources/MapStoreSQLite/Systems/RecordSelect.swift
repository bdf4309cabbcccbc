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
  /// Where the company is among what is selected; nil where the table has none.
  private let company: ReadColumns?

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
    company = table.company.map {
      ReadColumns([table.columns[$0]], on: table.side, after: Self.others - 1)
    }
    columns = ReadColumns(
      layouts, on: table.side, after: Self.others, of: table.name)
  }

  /// The statement up to its conditions.
  var sql: String {
    let company = table.company.map { table.columns[$0].sql } ?? "NULL"
    return "SELECT t.\"$id\", t.\"$version\", t.\"$modified\", t.\"$ours\", \(company), "
      + "\(columns.sql) FROM \(table.sqlName) t"
  }

  /// - Parameter damage: the statement's, for whatever of the record cannot be read.
  /// - Throws: errors of the database, where its own columns are damaged.
  @inline(__always)
  func record(_ statement: RowStatement, _ damage: RowDamage) throws -> StoredRecord<Record> {
    let handle = statement.handle
    let number = sqlite3_column_int64(handle, 1)
    let own = sqlite3_column_int64(handle, 3)
    let record = Record(reading: StatementRow(statement, columns, damage))
    return StoredRecord(
      id: try StatementRow.id(handle, 0),
      version: RecordVersion(
        number: number, modified: try StatementRow.moment(handle, 2), isOurs: own == number,
        lastOwn: own),
      company: try company(statement, damage), record: record, damage: damage.taken())
  }

  @inline(__always)
  private func company(_ statement: RowStatement, _ damage: RowDamage) throws -> Guid? {
    guard let company else { return nil }
    return StatementRow(statement, company, damage).lookup(0)?.id
  }
}

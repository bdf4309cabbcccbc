import GRDBSQLite
import MapRuntime

import class GRDB.Database

/// The first value of a row that is none of its field's: bytes that are no number, a number that is
/// no date, an option that the table does not have. It is read as nothing, and whoever read the row
/// asks here whether it was whole. One for each statement.
public final class RowDamage {
  private var found: String?
  /// Where the options are kept that people add; nil where nobody asks for them.
  private let db: Database?
  /// Those of columns, from their first value on.
  private var options: [Int: Set<Int32>] = [:]

  public init(_ db: Database? = nil) { self.db = db }

  /// Whether an option is one that its column has by now.
  func knows(_ option: Int32, _ column: Int, of columns: ReadColumns) -> Bool {
    guard let db, let table = columns.openOptions[column] else { return true }
    if let known = options[column] { return known.contains(option) }
    // What cannot be read says so where the options themselves are.
    guard let known = try? Self.options(in: table, db) else { return true }
    options[column] = known
    return known.contains(option)
  }

  private static func options(in table: String, _ db: Database) throws -> Set<Int32> {
    let select = try RowStatement("SELECT \"$id\" FROM \(SQLName.quoted(table))", on: db)
    defer { select.reset() }
    var options: Set<Int32> = []
    while try select.step() {
      if let option = try StatementRow.id(select.handle, 0).option {
        options.insert(option.rawValue)
      }
    }
    return options
  }

  /// What is wrong with the row that was read last, as a sentence, which is forgotten with this.
  public func taken() -> String? {
    guard found != nil else { return nil }
    defer { found = nil }
    return found
  }

  /// - Parameter place: where the statement gives the value.
  func note(_ layout: ColumnLayout, _ handle: OpaquePointer, _ place: Int32) {
    if found != nil { return }
    let expected =
      switch layout.field.type {
      case .text, .code, .memo: "text in UTF-8"
      case .option: "option that '\(layout.name)' has"
      default: FieldTypeName.written(layout.field.type)
      }
    found =
      "'\(layout.name)' holds \(RowDamage.shown(handle, place)), which is no \(expected);"
      + " give it a value again"
  }

  /// The value as SQLite holds it, its beginning if it is long.
  private static func shown(_ handle: OpaquePointer, _ place: Int32) -> String {
    switch sqlite3_column_type(handle, place) {
    case SQLITE_NULL: return "nothing"
    case SQLITE_INTEGER: return String(sqlite3_column_int64(handle, place))
    case SQLITE_FLOAT: return String(sqlite3_column_double(handle, place))
    default: break
    }
    let count = Int(sqlite3_column_bytes(handle, place))
    let bytes = UnsafeRawBufferPointer(start: sqlite3_column_blob(handle, place), count: count)
    let digits = bytes.prefix(longest).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    let size = count == 1 ? "1 byte" : "\(count) bytes"
    return "x'\(digits.joined())\(count > longest ? "…" : "")' (\(size))"
  }

  private static let longest = 24
}

import GRDBSQLite
import MapRuntime

/// The first value of a row that is none of its field's: bytes that are no number, a number that is
/// no date, an option that the table does not have. It is read as nothing, and whoever read the row
/// asks here whether it was whole. One for each statement.
public final class RowDamage {
  private var found: String?

  public init() {}

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
    return "x'\(digits.joined())\(count > longest ? "…" : "")' (\(count) bytes)"
  }

  private static let longest = 24
}

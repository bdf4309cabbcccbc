import GRDB
import GRDBSQLite
import MapRuntime

/// A row of a statement, read by the position of the record's columns. A value that is none of its
/// field's is nil, and noted as damage.
public struct StatementRow: RecordReader {
  @usableFromInline let handle: OpaquePointer
  @usableFromInline let columns: ReadColumns
  @usableFromInline let damage: RowDamage

  public init(_ statement: RowStatement, _ columns: ReadColumns, _ damage: RowDamage) {
    handle = statement.handle
    self.columns = columns
    self.damage = damage
  }

  public func text(_ column: Int) -> String? {
    let place = columns[column].place
    guard let bytes = sqlite3_column_text(handle, place) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, place))
    return String(wholeUTF8: UnsafeBufferPointer(start: bytes, count: count)) ?? damaged(column)
  }

  public func integer(_ column: Int) -> Int64? {
    guard let number = number(column) else { return nil }
    guard columns[column].isShort else { return number }
    return Int32(exactly: number).map(Int64.init) ?? damaged(column)
  }

  public func decimal(_ column: Int) -> DecimalValue? {
    guard let bytes = sixteen(column) else { return nil }
    let high = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
    let low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    let key = UInt128(high ^ 1 << 63) << 64 | UInt128(low)
    return DecimalValue(units: Int128(truncatingIfNeeded: key))
  }

  public func boolean(_ column: Int) -> Bool? {
    switch number(column) {
    case nil: nil
    case 0: false
    case 1: true
    default: damaged(column)
    }
  }

  public func date(_ column: Int) -> DateValue? {
    guard let number = number(column) else { return nil }
    guard let days = Int32(exactly: number), DateValue(days: days).days == days else {
      return damaged(column)
    }
    return DateValue(days: days)
  }

  public func dateTime(_ column: Int) -> DateTimeValue? {
    guard let number = number(column) else { return nil }
    let moment = DateTimeValue(milliseconds: number)
    return moment.milliseconds == number ? moment : damaged(column)
  }

  public func guid(_ column: Int) -> Guid? { sixteen(column).map(StatementRow.guid) }

  public func option(_ column: Int) -> OptionValue? {
    guard let number = number(column) else { return nil }
    guard let value = Int32(exactly: number), columns.knows(value, column),
      damage.knows(value, column, of: columns)
    else { return damaged(column) }
    return OptionValue(value)
  }

  public func lookup(_ column: Int) -> Lookup? {
    guard let id = sixteen(column).map(StatementRow.guid) else { return nil }
    let source = columns[column]
    if let table = source.table { return Lookup(table: table, id: id) }
    guard let bytes = sqlite3_column_text(handle, source.place + 1) else { return damaged(column) }
    let count = Int(sqlite3_column_bytes(handle, source.place + 1))
    guard
      let table = String(wholeUTF8: UnsafeBufferPointer(start: bytes, count: count)),
      columns.knows(table: table, column)
    else { return damaged(column, 1) }
    return Lookup(table: table, id: id)
  }

  @inline(__always)
  private func number(_ column: Int) -> Int64? {
    let place = columns[column].place
    switch sqlite3_column_type(handle, place) {
    case SQLITE_INTEGER: return sqlite3_column_int64(handle, place)
    case SQLITE_NULL: return nil
    default: return damaged(column)
    }
  }

  @inline(__always)
  private func sixteen(_ column: Int) -> UnsafeRawPointer? {
    let place = columns[column].place
    if let bytes = sqlite3_column_blob(handle, place), sqlite3_column_bytes(handle, place) == 16 {
      return bytes
    }
    return sqlite3_column_type(handle, place) == SQLITE_NULL ? nil : damaged(column)
  }

  private func damaged<Value>(_ column: Int, _ offset: Int32 = 0) -> Value? {
    damage.note(columns.layouts[column], handle, columns[column].place + offset)
    return nil
  }
}

/// What the system itself keeps beside its records: where that is wrong, the file is damaged.
extension StatementRow {
  /// A text at a place of a statement; nil where it is null.
  public static func text(_ handle: OpaquePointer, _ place: Int32) throws -> String? {
    guard let bytes = sqlite3_column_text(handle, place) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, place))
    let text = String(wholeUTF8: UnsafeBufferPointer(start: bytes, count: count))
    guard let text else { throw damaged("a text") }
    return text
  }

  /// A guid at a place of a statement; nil where it is null.
  @inline(__always)
  public static func guid(_ handle: OpaquePointer, _ place: Int32) throws -> Guid? {
    if let bytes = sqlite3_column_blob(handle, place), sqlite3_column_bytes(handle, place) == 16 {
      return guid(bytes)
    }
    if sqlite3_column_type(handle, place) == SQLITE_NULL { return nil }
    throw damaged("an id")
  }

  /// A guid that is always there.
  @inline(__always)
  public static func id(_ handle: OpaquePointer, _ place: Int32) throws -> Guid {
    guard let id = try guid(handle, place) else { throw damaged("an id") }
    return id
  }

  /// A moment that is always there.
  @inline(__always)
  public static func moment(_ handle: OpaquePointer, _ place: Int32) throws -> DateTimeValue {
    let number = sqlite3_column_int64(handle, place)
    let moment = DateTimeValue(milliseconds: number)
    guard moment.milliseconds == number else { throw damaged("a time") }
    return moment
  }

  @inline(__always)
  static func guid(_ bytes: UnsafeRawPointer) -> Guid {
    Guid(
      high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
      low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }

  private static func damaged(_ what: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(what) cannot be read")
  }
}

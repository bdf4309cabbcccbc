import GRDBSQLite
import MapRuntime

/// A row of a statement, read by the position of the record's columns.
public struct StatementRow: RecordReader {
  @usableFromInline let handle: OpaquePointer
  @usableFromInline let columns: ReadColumns

  public init(_ statement: RowStatement, _ columns: ReadColumns) {
    handle = statement.handle
    self.columns = columns
  }

  public func text(_ column: Int) -> String? {
    StatementRow.text(handle, columns[column].place)
  }

  public func integer(_ column: Int) -> Int64? { number(columns[column].place) }

  public func decimal(_ column: Int) -> DecimalValue? {
    let place = columns[column].place
    guard let bytes = sqlite3_column_blob(handle, place), sqlite3_column_bytes(handle, place) == 16
    else { return nil }
    let high = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
    let low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    let key = UInt128(high ^ 1 << 63) << 64 | UInt128(low)
    return DecimalValue(units: Int128(truncatingIfNeeded: key))
  }

  public func boolean(_ column: Int) -> Bool? { number(columns[column].place).map { $0 != 0 } }

  public func date(_ column: Int) -> DateValue? {
    number(columns[column].place).map { DateValue(days: Int32(truncatingIfNeeded: $0)) }
  }

  public func dateTime(_ column: Int) -> DateTimeValue? {
    number(columns[column].place).map { DateTimeValue(milliseconds: $0) }
  }

  public func guid(_ column: Int) -> Guid? { StatementRow.guid(handle, columns[column].place) }

  public func option(_ column: Int) -> OptionValue? {
    number(columns[column].place).map { OptionValue(Int32(truncatingIfNeeded: $0)) }
  }

  public func lookup(_ column: Int) -> Lookup? {
    let source = columns[column]
    guard let id = StatementRow.guid(handle, source.place) else { return nil }
    if let table = source.table { return Lookup(table: table, id: id) }
    return Lookup(table: StatementRow.text(handle, source.place + 1) ?? "", id: id)
  }

  @inline(__always)
  private func number(_ place: Int32) -> Int64? {
    sqlite3_column_type(handle, place) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, place)
  }

  /// A text at a place of a statement.
  @inline(__always)
  public static func text(_ handle: OpaquePointer, _ place: Int32) -> String? {
    guard let bytes = sqlite3_column_text(handle, place) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, place))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  /// A guid at a place of a statement.
  @inline(__always)
  public static func guid(_ handle: OpaquePointer, _ place: Int32) -> Guid? {
    guard let bytes = sqlite3_column_blob(handle, place), sqlite3_column_bytes(handle, place) == 16
    else { return nil }
    return Guid(
      high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
      low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }
}

import GRDB
import GRDBSQLite
import MapRuntime

/// The row that a statement stands on, read by position from 0. Valid until the next step. What is
/// no value of its kind is noted as damage, and the statement fails with it.
struct StateRow {
  let pointer: OpaquePointer
  let damage: StateDamage

  @inline(__always)
  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(pointer, column) == SQLITE_NULL }

  @inline(__always)
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(pointer, column) }

  @inline(__always)
  func count(_ column: Int32) -> Int { Int(sqlite3_column_int64(pointer, column)) }

  @inline(__always)
  func flag(_ column: Int32) -> Bool {
    let number = sqlite3_column_int64(pointer, column)
    if number != 0, number != 1 { damage.note("a yes or no") }
    return number == 1
  }

  func moment(_ column: Int32) -> DateTimeValue {
    let number = integer(column)
    let moment = DateTimeValue(milliseconds: number)
    if moment.milliseconds != number { damage.note("a time") }
    return moment
  }

  func text(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(pointer, column) else {
      damage.note("a text")
      return ""
    }
    let length = Int(sqlite3_column_bytes(pointer, column))
    let bounds = UnsafeBufferPointer(start: bytes, count: length)
    if let text = String(wholeUTF8: bounds) { return text }
    damage.note("a text")
    return ""
  }

  /// The bytes of a blob, which are gone with the next step.
  @inline(__always)
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(pointer, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(pointer, column)))
  }

  func array(_ column: Int32) -> [UInt8] { Array(bytes(column)) }

  @inline(__always)
  func guid(_ column: Int32) throws -> Guid {
    guard let guid = Guid(bytes: bytes(column)) else { throw Self.damaged("an id") }
    return guid
  }

  /// A number that stands for a case; the cases' numbers are part of the file's format.
  @inline(__always)
  func choice<Choice: RawRepresentable>(
    _ column: Int32, _ type: Choice.Type = Choice.self
  ) throws -> Choice where Choice.RawValue: FixedWidthInteger {
    guard let number = Choice.RawValue(exactly: integer(column)),
      let choice = Choice(rawValue: number)
    else {
      let name = sqlite3_column_name(pointer, column).map { String(cString: $0) }
      throw Self.damaged("\(integer(column)) as '\(name ?? "a number")' of a row")
    }
    return choice
  }

  /// Nil where the column is.
  @inline(__always)
  func optional<Result, Failure: Error>(
    _ column: Int32, _ read: (StateRow) -> (Int32) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    isNull(column) ? nil : try read(self)(column)
  }

  /// The error of a file in which something cannot be read.
  static func damaged(_ what: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "\(what) cannot be read")
  }
}

/// What a row holds that cannot be read; the statement that read it fails.
final class StateDamage {
  private(set) var found: String?

  func note(_ what: String) { found = found ?? what }
}

import GRDB
import GRDBSQLite
import MapRuntime

/// A prepared statement of a connection, bound and read by position.
///
/// It is the connection's own and lives in its cache: nobody may use it after the transaction.
public struct RowStatement {
  private let statement: Statement
  public let handle: OpaquePointer

  /// Finds or prepares a statement, with nothing bound.
  public init(_ sql: String, on db: Database) throws {
    statement = try db.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// Goes to the next row; false after the last one.
  @inline(__always)
  public func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw failure(code)
    }
  }

  /// Runs a statement that gives no rows, and makes it ready again.
  public func run() throws {
    _ = try step()
    sqlite3_reset(handle)
  }

  /// Makes it ready again; what is bound stays.
  @inline(__always)
  public func reset() { sqlite3_reset(handle) }

  func failure(_ code: Int32) -> DatabaseError {
    let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
    sqlite3_reset(handle)
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}

/// Single values, by place; the first place is 1.
extension RowStatement {
  @inline(__always)
  public func bind(_ number: Int64, at place: Int32) { sqlite3_bind_int64(handle, place, number) }

  public func bindNull(at place: Int32) { sqlite3_bind_null(handle, place) }

  public func bind(_ id: Guid, at place: Int32) {
    RowStatement.bind(.guid(id), to: handle, at: place)
  }

  public func bind(_ text: String, at place: Int32) {
    RowStatement.bind(text, to: handle, at: place)
  }

  /// A value as the databases hold it; a lookup by its id.
  public func bind(_ value: Value, at place: Int32) {
    RowStatement.bind(value, to: handle, at: place)
  }

  static func bind(_ value: Value, to handle: OpaquePointer, at place: Int32) {
    switch value {
    case .empty: sqlite3_bind_null(handle, place)
    case .text(let text): bind(text, to: handle, at: place)
    case .integer(let number): sqlite3_bind_int64(handle, place, number)
    case .decimal(let number): number.withSortableBytes { bind(blob: $0, to: handle, at: place) }
    case .boolean(let truth): sqlite3_bind_int64(handle, place, truth ? 1 : 0)
    case .date(let date): sqlite3_bind_int64(handle, place, Int64(date.days))
    case .dateTime(let moment): sqlite3_bind_int64(handle, place, moment.milliseconds)
    case .guid(let id): id.withBytes { bind(blob: $0, to: handle, at: place) }
    case .option(let option): sqlite3_bind_int64(handle, place, Int64(option.rawValue))
    case .lookup(let lookup): lookup.id.withBytes { bind(blob: $0, to: handle, at: place) }
    }
  }

  private static func bind(
    blob: UnsafeRawBufferPointer, to handle: OpaquePointer, at place: Int32
  ) {
    sqlite3_bind_blob(handle, place, blob.baseAddress, Int32(blob.count), copied)
  }

  private static func bind(_ text: String, to handle: OpaquePointer, at place: Int32) {
    var text = text
    text.withUTF8 { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) { characters in
        sqlite3_bind_text(
          handle, place, characters.baseAddress ?? nothing, Int32(characters.count), copied)
      }
    }
  }

  /// SQLite keeps its own copy of what is bound.
  static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  nonisolated(unsafe) static let nothing = UnsafePointer(
    UnsafeMutablePointer<CChar>.allocate(capacity: 1))
}

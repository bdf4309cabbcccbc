import GRDB
import GRDBSQLite
import MapRuntime

/// The '-wal' beside a file: what was written since the file itself was whole. SQLite lays it over
/// any file of the name, without a look at whose it is. So the first transaction of an empty one
/// notes where the file was by then.
enum WriteAheadLog {
  static func isEmpty(_ path: String) -> Bool { FilePlace(path + "-wal")?.isEmpty ?? true }

  /// The version of a file that is whole without its log; nil where it is not. Opening it begins the
  /// log.
  static func wholeVersion(_ path: String) -> Int64? {
    isEmpty(path) ? Facts(file: path)?.version : nil
  }

  /// Notes in the first transaction of an empty log where the file is.
  static func begin(at version: Int64, in db: Database) throws {
    let insert = try RowStatement("INSERT OR REPLACE INTO \"$system\" VALUES ('base', ?1)", on: db)
    insert.bind(version, at: 1)
    try insert.run()
  }

  /// Refuses a log that belongs to another file, or to a later state of this one: the file was put
  /// back beside it.
  static func check(_ db: Database, path: String) throws {
    guard !isEmpty(path), let file = Facts(file: path) else { return }
    let select = try RowStatement(Facts.sql, on: db)
    defer { select.reset() }
    guard try select.step() else { return }
    let both = try Facts(select.handle)
    guard let base = both.base else { return }
    guard both.id == file.id, base <= file.version else { throw SystemFailure.strangeLog(path) }
  }

  /// What a file says of itself.
  private struct Facts {
    // Without an index, of which another page may be older.
    static let sql = """
      SELECT max(value) FILTER (WHERE name = 'id'), max(value) FILTER (WHERE name = 'version'),
      max(value) FILTER (WHERE name = 'base') FROM "$system" NOT INDEXED
      """

    let id: Guid?
    let version: Int64
    let base: Int64?

    init(_ row: OpaquePointer) throws {
      id = try StatementRow.guid(row, 0)
      version = sqlite3_column_int64(row, 1)
      base = sqlite3_column_type(row, 2) == SQLITE_NULL ? nil : sqlite3_column_int64(row, 2)
    }

    /// Of the file without its log; nil where it cannot be read so.
    init?(file path: String) {
      var connection: OpaquePointer?
      defer { sqlite3_close(connection) }
      let name = ReadOnlyFile.uri(path, "immutable=1")
      let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      guard sqlite3_open_v2(name, &connection, flags, nil) == SQLITE_OK else { return nil }
      var statement: OpaquePointer?
      defer { sqlite3_finalize(statement) }
      guard sqlite3_prepare_v2(connection, Facts.sql, -1, &statement, nil) == SQLITE_OK,
        let statement, sqlite3_step(statement) == SQLITE_ROW
      else { return nil }
      // An id that is damaged is told where the file is opened.
      guard let facts = try? Facts(statement) else { return nil }
      self = facts
    }
  }
}

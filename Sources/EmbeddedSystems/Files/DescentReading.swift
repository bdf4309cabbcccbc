import GRDB
import GRDBSQLite
import MapRuntime

/// Which file this is, and where it is on its line of descent (docs/architecture.md#decisions).
extension EmbeddedSystem {
  /// How far the file is now.
  public func position() throws(SystemFailure) -> FilePosition {
    try read { db in
      let version = try Self.version(db)
      guard let last = try Self.word(upTo: version, db) else { throw Self.lineless(path) }
      return FilePosition(file: try Self.id(db, path), version: version, last: last)
    }
  }

  /// What became of the file since it was at a position.
  public func descent(since earlier: FilePosition) throws(SystemFailure) -> FileDescent {
    try read { db in
      guard try Self.id(db, path) == earlier.file else { return .otherFile }
      guard try Self.version(db) >= earlier.version else { return .older }
      // Nil where the word is older than all that are kept: then the number must do.
      let word = try Self.word(upTo: earlier.version, db)
      return word == earlier.last || word == nil ? .same : .restored
    }
  }

  /// The state that worked with the file last for a company; nil where none did.
  public func stamp(of company: Guid) throws(SystemFailure) -> StateStamp? {
    try read { db in try StateStamp(of: company, in: db) }
  }

  /// Refuses a file whose pages do not fit together.
  public func checkPages() throws(SystemFailure) {
    let verdict = try read { db in try String.fetchOne(db, sql: "PRAGMA quick_check(1)") }
    guard verdict == "ok" else { throw .damaged(path) }
  }

  static func version(_ db: Database) throws -> Int64 {
    let select = try RowStatement("SELECT value FROM \"$system\" WHERE name = 'version'", on: db)
    defer { select.reset() }
    return try select.step() ? sqlite3_column_int64(select.handle, 0) : 0
  }

  private static func id(_ db: Database, _ path: String) throws -> Guid {
    let select = try RowStatement("SELECT value FROM \"$system\" WHERE name = 'id'", on: db)
    defer { select.reset() }
    guard try select.step(), let id = try StatementRow.guid(select.handle, 0) else {
      throw lineless(path)
    }
    return id
  }

  private static func word(upTo version: Int64, _ db: Database) throws -> DescentWord? {
    let select = try RowStatement(
      "SELECT version, word FROM \"$descent\" WHERE version <= ?1 ORDER BY version DESC LIMIT 1",
      on: db)
    select.bind(version, at: 1)
    defer { select.reset() }
    guard try select.step() else { return nil }
    return DescentWord(
      version: sqlite3_column_int64(select.handle, 0),
      word: sqlite3_column_int64(select.handle, 1))
  }

  private static func lineless(_ path: String) -> SystemFailure { .damaged(path) }
}

/// The stamp of the state, in the transactions of the records that it writes.
extension WriteSession {
  /// The state that worked with the file last for a company.
  public func stamp(of company: Guid) throws -> StateStamp? {
    try StateStamp(of: company, in: db)
  }

  public func set(_ stamp: StateStamp, of company: Guid) throws {
    let insert = try RowStatement(
      "INSERT OR REPLACE INTO \"$states\" VALUES (?1, ?2, ?3, ?4)", on: db)
    insert.bind(company, at: 1)
    insert.bind(stamp.state, at: 2)
    insert.bind(stamp.number, at: 3)
    insert.bind(stamp.word, at: 4)
    try insert.run()
  }
}

extension StateStamp {
  fileprivate init?(of company: Guid, in db: Database) throws {
    let select = try RowStatement(
      "SELECT state, number, word FROM \"$states\" WHERE company = ?1", on: db)
    select.bind(company, at: 1)
    defer { select.reset() }
    guard try select.step(), let state = try StatementRow.guid(select.handle, 0) else { return nil }
    self.init(
      state: state, number: sqlite3_column_int64(select.handle, 1),
      word: sqlite3_column_int64(select.handle, 2))
  }
}

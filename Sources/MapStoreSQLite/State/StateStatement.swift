import GRDB
import GRDBSQLite
import MapRuntime

/// A prepared statement of a state file, bound and read by position. It belongs to its connection,
/// which keeps it prepared.
struct StateStatement {
  let pointer: OpaquePointer
  private let statement: Statement
  private let connection: OpaquePointer?

  init(_ database: Database, _ sql: String) throws {
    statement = try database.cachedStatement(sql: sql)
    pointer = statement.sqliteStatement
    connection = database.sqliteConnection
  }

  /// Binds values from the first parameter on.
  @inline(__always)
  func bind<each Value: StateBindable>(_ values: repeat each Value) {
    var position: Int32 = 1
    for value in repeat each values {
      value.bind(to: pointer, at: position)
      position += 1
    }
  }

  @inline(__always)
  func bind(_ value: some StateBindable, at position: Int32) {
    value.bind(to: pointer, at: position)
  }

  /// True while there is a row to read.
  @inline(__always)
  func step() throws -> Bool {
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    if code == SQLITE_DONE { return false }
    sqlite3_reset(pointer)
    let message = connection.map { String(cString: sqlite3_errmsg($0)) }
    throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }

  /// Runs a statement to its end; returns how many rows it changed.
  @discardableResult @inline(__always)
  func run() throws -> Int {
    defer { sqlite3_reset(pointer) }
    while try step() {}
    return connection.map { Int(sqlite3_changes($0)) } ?? 0
  }

  @inline(__always)
  func first<Result>(_ read: (StateRow) throws -> Result) throws -> Result? {
    defer { sqlite3_reset(pointer) }
    guard try step() else { return nil }
    let damage = StateDamage()
    let result = try read(StateRow(pointer: pointer, damage: damage))
    if let what = damage.found { throw StateRow.damaged(what) }
    return result
  }

  func all<Result>(_ read: (StateRow) throws -> Result) throws -> [Result] {
    defer { sqlite3_reset(pointer) }
    var results: [Result] = []
    let damage = StateDamage()
    while try step() { results.append(try read(StateRow(pointer: pointer, damage: damage))) }
    if let what = damage.found { throw StateRow.damaged(what) }
    return results
  }
}

extension Database {
  /// Runs a statement once; returns how many rows it changed.
  @discardableResult
  func change<each Value: StateBindable>(_ sql: String, _ values: repeat each Value) throws -> Int {
    let statement = try StateStatement(self, sql)
    statement.bind(repeat each values)
    return try statement.run()
  }

  func first<Result, each Value: StateBindable>(
    _ sql: String, _ values: repeat each Value, read: (StateRow) throws -> Result
  ) throws -> Result? {
    let statement = try StateStatement(self, sql)
    statement.bind(repeat each values)
    return try statement.first(read)
  }

  func all<Result, each Value: StateBindable>(
    _ sql: String, _ values: repeat each Value, read: (StateRow) throws -> Result
  ) throws -> [Result] {
    let statement = try StateStatement(self, sql)
    statement.bind(repeat each values)
    return try statement.all(read)
  }
}

import GRDB
import GRDBSQLite
import MapRuntime
import MapSync

extension SQLiteState {
  /// Opens the state file of a company. Throws `unusable` for a file that is missing, damaged,
  /// foreign, read-only, of another company or of a newer version.
  public static func open(
    _ path: String, company: Guid, durability: Durability = .process
  ) throws(StoreFailure) -> SQLiteState {
    try open(path, company: company, durability: durability, schema: .current)
  }

  /// Opens the state file of a company, and makes it where there is none: for who begins, as
  /// `mapsync init` does.
  public static func make(
    _ path: String, company: Guid, durability: Durability = .process
  ) throws(StoreFailure) -> SQLiteState {
    try open(path, company: company, durability: durability, schema: .current, makes: true)
  }

  /// Refuses a file that `open` would refuse for any company, and leaves it as it is.
  public static func check(_ path: String) throws(StoreFailure) {
    do {
      guard try StateFile.isThere(path) else { throw StateFault.missing(path) }
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? queue.close() }
      try queue.inDatabase { database in
        guard try database.number("PRAGMA application_id") == Int64(StateSchema.applicationID)
        else { throw StateFault.foreign(path) }
        _ = try StateSchema.current.found(database, at: path)
      }
    } catch {
      throw StateFault.failure(error, at: path)
    }
  }

  static func open(
    _ path: String, company: Guid, durability: Durability = .process, schema: StateSchema,
    patience: Double = 10, makes: Bool = false
  ) throws(StoreFailure) -> SQLiteState {
    do {
      if makes { try StateFile.make(path, company: company, schema: schema) }
      guard try StateFile.isThere(path) else { throw StateFault.missing(path) }
      let writer = try DatabaseQueue(
        path: path, configuration: configuration(durability, patience: patience, writes: true))
      try writer.inDatabase { database in
        try verify(database, at: path, company: company)
        try schema.upgrade(database, at: path)
        try database.execute(sql: "PRAGMA journal_mode = WAL")
      }
      let reader = try DatabaseQueue(
        path: path, configuration: configuration(durability, patience: patience, writes: false))
      return SQLiteState(path: path, writer: writer, reader: reader)
    } catch {
      throw StateFault.failure(error, at: path)
    }
  }

  private static func configuration(
    _ durability: Durability, patience: Double, writes: Bool
  ) -> Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA cache_size = -2000;
          PRAGMA mmap_size = 0;
          PRAGMA synchronous = \(durability == .power ? "FULL" : "NORMAL");
          PRAGMA query_only = \(writes ? 0 : 1);
          """)
    }
    return configuration
  }

  private static func verify(_ database: Database, at path: String, company: Guid) throws {
    guard try database.number("PRAGMA application_id") == Int64(StateSchema.applicationID) else {
      throw StateFault.foreign(path)
    }
    if sqlite3_db_readonly(database.sqliteConnection, "main") == 1 {
      throw StateFault.readOnly(path)
    }
    let owner = try database.first("SELECT value FROM meta WHERE name = 'company'") { row in
      try row.guid(0)
    }
    guard owner == company else { throw StateFault.otherCompany(path) }
  }
}

extension Database {
  /// The number that a statement gives; 0 without one.
  func number(_ sql: String) throws -> Int64 {
    try first(sql) { row in row.integer(0) } ?? 0
  }
}

import EmbeddedSystems
import GRDB
import GRDBSQLite
import MapRuntime
import MapSync

extension SQLiteState {
  /// Opens the state file of a company. Throws `unusable` for a file that is missing, damaged,
  /// foreign, read-only, of another company or project, or of a newer version.
  ///
  /// - Parameters:
  ///   - project: Whose mappings are at work; nil where nobody knows.
  ///   - reads: true for who only looks, and needs no right to write then.
  public static func open(
    _ path: String, company: Guid, project: String? = nil, durability: Durability = .process,
    reads: Bool = false
  ) throws(StoreFailure) -> SQLiteState {
    if reads, let file = ReadOnlyFile(path) {
      return try look(path, file, company: company, project: project)
    }
    return try open(
      path, company: company, project: project, durability: durability, schema: .current)
  }

  /// Opens a file that this process may only read.
  static func look(
    _ path: String, _ file: ReadOnlyFile, company: Guid, project: String?
  ) throws(StoreFailure) -> SQLiteState {
    do {
      guard try StateFile.isThere(path) else { throw StateFault.missing(path) }
      var configuration = configuration(.process, patience: 10, writes: false)
      configuration.readonly = true
      let reader = try DatabaseQueue(path: file.name, configuration: configuration)
      try reader.inDatabase { database in
        try verify(database, at: path, company: company, writes: false)
        if let project { try database.check(project: project, at: path) }
        guard try StateSchema.current.found(database, at: path) == StateSchema.current.version
        else { throw StateFault.older(path) }
      }
      return SQLiteState(path: path, writer: reader, reader: reader, readOnly: file)
    } catch {
      if !file.isKept { throw StateFault.changed(path) }
      throw StateFault.failure(error, at: path)
    }
  }

  /// Opens the state file of a company, and makes it where there is none: for who begins, as
  /// `mapsync init` does.
  public static func make(
    _ path: String, company: Guid, project: String? = nil, durability: Durability = .process
  ) throws(StoreFailure) -> SQLiteState {
    try open(
      path, company: company, project: project, durability: durability, schema: .current,
      makes: true)
  }

  /// Refuses a file that `open` would refuse for any company, and leaves it as it is.
  ///
  /// - Returns: The company to which it belongs.
  @discardableResult
  public static func check(_ path: String) throws(StoreFailure) -> Guid {
    do {
      guard try StateFile.isThere(path) else { throw StateFault.missing(path) }
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? queue.close() }
      return try queue.inDatabase { database in
        guard try database.number("PRAGMA application_id") == Int64(StateSchema.applicationID)
        else { throw StateFault.foreign(path) }
        _ = try StateSchema.current.found(database, at: path)
        guard let company = try Self.company(database) else { throw StateFault.foreign(path) }
        return company
      }
    } catch {
      throw StateFault.failure(error, at: path)
    }
  }

  /// Reads every row that a run may meet, so that what is damaged is told before one of them fails by it.
  public func checkRows() throws(StoreFailure) {
    try look { database in
      _ = try database.all(CouplingRow.select) { row in _ = try CouplingRow.read(row) }
      _ = try database.all("SELECT \(EntryRow.columns) FROM entries") { row in
        _ = try EntryRow.read(row)
      }
      _ = try database.intents()
      for pair in try database.pairsWithPendingWrites() { _ = try database.pendingWrites(pair) }
    }
  }

  static func open(
    _ path: String, company: Guid, project: String? = nil, durability: Durability = .process,
    schema: StateSchema,
    patience: Double = 10, makes: Bool = false
  ) throws(StoreFailure) -> SQLiteState {
    do {
      if makes { try StateFile.make(path, company: company, schema: schema) }
      guard try StateFile.isThere(path) else { throw StateFault.missing(path) }
      let writer = try DatabaseQueue(
        path: path, configuration: configuration(durability, patience: patience, writes: true))
      try writer.inDatabase { database in
        try verify(database, at: path, company: company)
        if let project { try database.check(project: project, at: path) }
        try schema.upgrade(database, at: path)
        if let project { try database.claim(project: project) }
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

  private static func verify(
    _ database: Database, at path: String, company: Guid, writes: Bool = true
  ) throws {
    guard try database.number("PRAGMA application_id") == Int64(StateSchema.applicationID) else {
      throw StateFault.foreign(path)
    }
    if writes, sqlite3_db_readonly(database.sqliteConnection, "main") == 1 {
      throw StateFault.readOnly(path)
    }
    guard try Self.company(database) == company else { throw StateFault.otherCompany(path) }
  }

  private static func company(_ database: Database) throws -> Guid? {
    try database.first("SELECT value FROM meta WHERE name = 'company'") { row in
      try row.guid(0)
    }
  }
}

extension Database {
  /// The number that a statement gives; 0 without one.
  func number(_ sql: String) throws -> Int64 {
    try first(sql) { row in row.integer(0) } ?? 0
  }
}

/// The project of the mappings that a state is of: couplings and marks of other mappings say nothing of
/// these tables, or worse, something wrong.
extension Database {
  /// Nil in a file that an older program made and that no program has claimed since.
  func project() throws -> String? {
    try first("SELECT value FROM meta WHERE name = 'project'") { row in
      String(decoding: row.array(0), as: UTF8.self)
    }
  }

  /// Refuses a state of another project.
  func check(project: String, at path: String) throws {
    guard let found = try self.project(), found != project else { return }
    throw StateFault.otherProject(path, found, project)
  }

  /// Notes the project of a state that has none yet.
  func claim(project: String) throws {
    guard try self.project() == nil else { return }
    try change("INSERT INTO meta VALUES ('project', ?)", Array(project.utf8))
  }
}

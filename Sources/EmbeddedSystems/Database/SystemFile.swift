import GRDB
import GRDBSQLite
import MapRuntime

/// The file of an embedded system: how it is opened, and what makes it ours.
struct SystemFile {
  /// The mark of our files: 'mapS'.
  static let applicationID = 0x6d61_7053
  /// Grows when files of an older program cannot be read as they are.
  static let format = 1

  /// Write-ahead log, 2 MB of cache, no memory mapping (docs/architecture.md#decisions).
  static func open(
    _ path: String, durability: Durability, clock: SystemClock, wait: Double
  ) throws(SystemFailure) -> DatabasePool {
    var configuration = Configuration()
    configuration.busyMode = .timeout(wait)
    configuration.maximumReaderCount = 4
    configuration.label = "mapsync"
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA cache_size = -2048;
          PRAGMA mmap_size = 0;
          PRAGMA synchronous = \(durability.rawValue);
          """)
      try TextCollations.register(on: db)
      db.add(
        function: DatabaseFunction("mapsync_today", argumentCount: 0, pure: false) { _ in
          Int64(clock.now.date.days)
        })
    }
    do {
      return try DatabasePool(path: path, configuration: configuration)
    } catch {
      throw SystemFailure(error, path: path)
    }
  }

  /// Makes a new file ours; refuses one that is not.
  static func claim(_ db: Database, path: String, side: Side) throws {
    guard try isBlank(db) else { return try check(db, path: path, side: side) }
    try db.execute(
      sql: """
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(Self.format);
        CREATE TABLE "$system" (name TEXT PRIMARY KEY NOT NULL, value ANY) STRICT;
        CREATE TABLE "$companies" (
          number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE "$deleted" (
          version INTEGER PRIMARY KEY, "table" TEXT NOT NULL, id BLOB NOT NULL,
          company INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX "$deleted$table" ON "$deleted" ("table", version);
        CREATE TABLE "$series" (
          company INTEGER NOT NULL, "table" TEXT NOT NULL, prefix TEXT NOT NULL,
          digits INTEGER NOT NULL, next INTEGER NOT NULL, PRIMARY KEY (company, "table")
        ) STRICT;
        INSERT INTO "$system" VALUES ('version', 0), ('side', '\(side.name)');
        """)
  }
}

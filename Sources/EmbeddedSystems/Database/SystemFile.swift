import GRDB
import GRDBSQLite
import MapRuntime

/// The file of an embedded system: how it is opened, and what makes it ours.
struct SystemFile {
  /// The mark of our files: 'mapS'.
  static let applicationID = 0x6d61_7053
  /// Grows when files of an older program cannot be read as they are; `upgrade` brings them here.
  static let format = 3

  /// Write-ahead log, 2 MB of cache, no memory mapping (docs/architecture.md#decisions). What a refused
  /// document or record undoes is kept in memory: in a file it costs more than the writes.
  ///
  /// - Parameter name: The name of a file that is only read (`ReadOnlyFile`).
  static func open(
    _ path: String, as name: String? = nil, durability: Durability, clock: SystemClock,
    wait: Double
  ) throws(SystemFailure) -> DatabasePool {
    var configuration = Configuration()
    configuration.busyMode = .timeout(wait)
    configuration.maximumReaderCount = 4
    configuration.readonly = name != nil
    configuration.label = "mapsync"
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA cache_size = -2048;
          PRAGMA mmap_size = 0;
          PRAGMA temp_store = MEMORY;
          PRAGMA synchronous = \(durability.rawValue);
          """)
      try TextCollations.register(on: db)
      db.add(
        function: DatabaseFunction("mapsync_today", argumentCount: 0, pure: false) { _ in
          Int64(clock.now.date.days)
        })
    }
    do {
      return try DatabasePool(path: name ?? path, configuration: configuration)
    } catch {
      throw SystemFailure(error, path: path)
    }
  }

  /// Makes a new file ours, and brings an older one to this format; refuses one that is not ours.
  static func claim(_ db: Database, path: String, side: Side) throws {
    if try isBlank(db) { try begin(db, side: side) } else { try check(db, path: path, side: side) }
    if try Int.fetchOne(db, sql: "PRAGMA user_version") == 1 { try addDescent(db) }
    if try Int.fetchOne(db, sql: "PRAGMA user_version") == 2 { try addInvoiced(db) }
  }

  /// Format 1, as it was published.
  private static func begin(_ db: Database, side: Side) throws {
    try db.execute(
      sql: """
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = 1;
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

  /// Format 2: the file has an id and a line of descent, and knows the states that work with it; for
  /// each company that has dated rows, the day up to which they were looked at.
  private static func addDescent(_ db: Database) throws {
    try db.execute(
      sql: """
        PRAGMA user_version = 2;
        INSERT INTO "$system" VALUES ('id', randomblob(16));
        CREATE TABLE "$descent" (version INTEGER PRIMARY KEY, word INTEGER NOT NULL) STRICT;
        INSERT INTO "$descent" SELECT value, random() FROM "$system" WHERE name = 'version';
        CREATE TABLE "$states" (
          company BLOB PRIMARY KEY, state BLOB NOT NULL, number INTEGER NOT NULL,
          word INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE "$days" (company INTEGER PRIMARY KEY, day INTEGER NOT NULL) STRICT;
        """)
    guard try Bool.fetchOne(db, sql: "SELECT 1 FROM sqlite_schema WHERE name = '$waiting'") == true
    else { return }
    try db.execute(
      sql: """
        INSERT INTO "$days" SELECT company, min(day) - 1 FROM "$waiting" GROUP BY company;
        DROP TABLE "$waiting";
        """)
  }

  /// Format 3: of orders that are gone, those of which everything was invoiced (R F-3).
  private static func addInvoiced(_ db: Database) throws {
    try db.execute(
      sql: """
        PRAGMA user_version = 3;
        CREATE TABLE "$invoiced" (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
        """)
  }
}

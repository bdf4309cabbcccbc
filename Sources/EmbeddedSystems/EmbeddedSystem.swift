import GRDB
import MapRuntime
import Synchronization

/// One of the two systems as a SQLite database: tables as `schemas/` describes them, with the
/// system's own rules. It knows no mapping.
///
/// Any number may read while one writes; a transaction is one file's, and one batch's.
public final class EmbeddedSystem: Sendable {
  public let path: String
  public let schema: SystemSchema
  public let clock: SystemClock
  public let faults = FaultInjection()
  let pool: DatabasePool
  let plans = PlanCache()
  let line = DescentLine()
  let masters = MasterShelf()
  /// Whether this process may only read it.
  public var isReadOnly: Bool { readOnly != nil }
  private let readOnly: ReadOnlyFile?
  private let place: FilePlace
  /// Where the file was when its '-wal' was empty; until that is noted.
  private let wholeAt: Mutex<Int64?>
  private let ids: Mutex<SystemRandomNumberGenerator>

  public var side: Side { schema.side }

  /// Opens a file or makes a new one, and adds the tables and fields that it does not have yet.
  /// - Parameters:
  ///   - makes: false where a missing file is a failure.
  ///   - readOnly: for who only looks, a file that this process may not write.
  ///   - options: which option fields hold the options of others too.
  ///   - wait: how many seconds to wait for others that write.
  public init(
    path: String, side: Side, makes: Bool = true, readOnly: ReadOnlyFile? = nil,
    tables: [TableDescription], options: [OptionTarget] = [], durability: Durability = .normal,
    clock: SystemClock = .machine,
    wait: Double = 5
  ) throws(SystemFailure) {
    self.path = path
    self.clock = clock
    schema = SystemSchema(side, tables, options: options, rules: SystemRules.all)
    ids = Mutex(SystemRandomNumberGenerator())
    guard makes || FilePlace(path) != nil else { throw .missing(path) }
    self.readOnly = readOnly
    let name = readOnly?.name
    try SystemFile.look(path, as: name, side: side, makes: makes, wait: wait)
    wholeAt = Mutex(WriteAheadLog.wholeVersion(path))
    pool = try SystemFile.open(
      path, as: name, durability: durability, clock: clock, wait: wait)
    guard let place = FilePlace(path) else { throw .moved(path) }
    self.place = place
    let writer = SchemaWriter(schema: schema, path: path)
    do {
      // Who only looks waits for nobody that writes.
      guard try pool.writeWithoutTransaction({ try !writer.isWritten(in: $0) }) else { return }
      if isReadOnly { throw SystemFailure.older(path) }
      try pool.write { db in
        try SystemFile.claim(db, path: path, side: side)
        let begin = try Self.version(db)
        try writer.write(to: db)
        for company in try Int64.fetchAll(db, sql: "SELECT number FROM \"$companies\"") {
          // A table that is new here may be one of setup.
          let session = try WriteSession(db, self, author: .system, company: company)
          try session.addSetupRecords()
          try session.finish()
        }
        if try Self.version(db) > begin { try DescentLine.add(begin + 1, in: db) }
      }
    } catch {
      if readOnly?.isKept == false { throw .changed(path) }
      throw SystemFailure(error, path: path)
    }
  }

  /// Closes the file; everything after it fails.
  public func close() throws(SystemFailure) {
    do { try pool.close() } catch { throw SystemFailure(error, path: path) }
  }

  /// The version at which an empty '-wal' begins; nil where that is noted already.
  private func base(_ version: Int64) -> Int64? {
    let whole = wholeAt.withLock { whole in
      defer { whole = nil }
      return whole
    }
    return WriteAheadLog.isEmpty(path) ? version : whole
  }

  /// Closes the file with all that it holds in that one file, so that it can be moved.
  public func closeWhole() throws(SystemFailure) {
    try emptyLog()
    try close()
  }

  /// Whether the system's own rules keep a computed field filled.
  public func fills(_ field: String, of table: String) -> Bool {
    schema.rules[table]?.contains { $0.fills(field, of: table) } ?? false
  }

  /// An id that sorts by time.
  public func newID() -> Guid {
    let (high, low) = ids.withLock { ($0.next(), $0.next()) }
    return Guid(timeOrdered: clock.now.milliseconds, random: high, low)
  }

  /// Reads in one state of the file, which writers do not wait for.
  public func read<Result: Sendable>(
    _ body: @Sendable (Database) throws -> Result
  ) throws(SystemFailure) -> Result {
    try checkPlace()
    return try whole { try pool.read(body) }
  }

  /// Reads as the system's own rules do, in one state of the file, which writers do not wait for.
  public func look<Result: Sendable>(
    company: Int64 = 0, _ body: (WriteSession) throws -> Result
  ) throws(SystemFailure) -> Result {
    try checkPlace()
    return try whole {
      try pool.read { db in
        try body(try WriteSession(db, self, author: .system, company: company))
      }
    }
  }

  /// What a reading came to; refused where somebody wrote meanwhile into a file that is read without
  /// locks: it may be of two states, and look damaged.
  private func whole<Read>(_ reading: () throws -> Read) throws(SystemFailure) -> Read {
    let result = Result { try reading() }
    if readOnly?.isKept == false { throw .changed(path) }
    do { return try result.get() } catch { throw SystemFailure(error, path: path) }
  }

  /// Refuses to go on with a file that was moved, deleted or replaced since it was opened: what is
  /// read or written there is nobody's any more.
  public func checkPlace() throws(SystemFailure) {
    guard !place.isKept else { return }
    // What is in the '-wal' goes along with the file, and not into one that has its name now.
    try? emptyLog()
    throw .moved(path)
  }

  /// Writes what the '-wal' holds into the file, which then is whole by itself.
  public func emptyLog() throws(SystemFailure) {
    do {
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    } catch {
      throw SystemFailure(error, path: path)
    }
  }

  /// Refuses a file that has another name: what is written under the one is lost under the other.
  public func checkNames() throws(SystemFailure) {
    if place.names > 1 {
      // What a killed 'init' left is no name of anybody's.
      FileDraft.sweep(path)
      if let now = FilePlace(path), now.names > 1 { throw .named(path) }
    }
  }

  /// Writes in one transaction: all of it stays, or nothing.
  /// - Parameter company: the BC company; nil on the Sales side.
  public func write<Result: Sendable>(
    by author: Author, company: Int64 = 0, _ body: (WriteSession) throws -> Result
  ) throws(SystemFailure) -> Result {
    try checkPlace()
    do {
      let (result, begin, end, isNoted) = try pool.write { db in
        let session = try WriteSession(db, self, author: author, company: company)
        if let base = base(session.begin) { try WriteAheadLog.begin(at: base, in: db) }
        let result = try body(session)
        try session.finish()
        faults.reach(.beforeCommit)
        session.keepMasters()
        return (result, session.begin, session.version, session.isNoted)
      }
      line.committed(begin, end, isNoted: isNoted)
      faults.reach(.afterCommit)
      return result
    } catch {
      throw SystemFailure(error, path: path)
    }
  }

  /// Writes in one transaction that is taken back: what would come of it, and nothing of it stays. Nothing
  /// of it is seen by others, or reaches the file.
  /// - Parameter company: the BC company; nil on the Sales side.
  public func attempt<Result: Sendable>(
    by author: Author, company: Int64 = 0, _ body: (WriteSession) throws -> Result
  ) throws(SystemFailure) -> Result {
    try checkPlace()
    // Nobody can ask a system what it would refuse without a transaction that writes.
    if isReadOnly { throw .unavailable("'\(path)' cannot be written by this user") }
    do {
      return try pool.writeWithoutTransaction { db in
        // What is not committed shall not be in the '-wal' either.
        try db.execute(sql: "PRAGMA cache_spill = OFF")
        defer { try? db.execute(sql: "PRAGMA cache_spill = ON") }
        var result: Result?
        try db.inTransaction(.immediate) {
          let session = try WriteSession(db, self, author: author, company: company)
          result = try body(session)
          try session.finish()
          return .rollback
        }
        guard let result else { throw SystemFailure.unknown("nothing came of it") }
        return result
      }
    } catch {
      throw SystemFailure(error, path: path)
    }
  }
}

import EmbeddedSystems
import GRDB
import MapRuntime
import MapSync

/// The state of one BC company's integration in one SQLite file. Any number of processes may have
/// it open; those that write sit at it (`seated`), and those that run a mapping hold its lease.
public struct SQLiteState: StateStore {
  /// What a recorded page survives.
  public enum Durability: Sendable {
    /// The end of this process, however it ends. A power cut may take the last pages back, all of
    /// each; their intents are open again then.
    case process
    /// A power cut too; each page waits for the disk.
    case power
  }

  public let path: String
  /// The connection that writes, and the one that reads meanwhile.
  let writer: DatabaseQueue
  let reader: DatabaseQueue
  /// Nil for a process that only looks.
  let seat: WriterSeat?
  /// What whoever writes must still hold.
  var leases: [Lease] = []
  /// Keeps the state and the systems' files together, for those that write.
  var watch: FileWatch?
  private let place: FilePlace?
  /// A file that this process may not write.
  private let readOnly: ReadOnlyFile?

  init(
    path: String, writer: DatabaseQueue, reader: DatabaseQueue, seat: WriterSeat? = nil,
    readOnly: ReadOnlyFile? = nil
  ) {
    self.readOnly = readOnly
    self.path = path
    self.writer = writer
    self.reader = reader
    self.seat = seat
    place = FilePlace(path)
  }

  /// Runs a transaction that reads. It sees everything written before it, waits for no writer, and
  /// goes on when its task is cancelled.
  func read<Result: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Result
  ) async throws(StoreFailure) -> Result {
    try await run(.deferred, on: reader, body)
  }

  /// Runs a transaction that writes. A cancelled task's is finished all the same, so that what was
  /// written to a system is always noted (B6).
  @discardableResult
  func write<Result: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Result
  ) async throws(StoreFailure) -> Result {
    let leases = self.leases
    return try await run(.immediate, on: writer) { database in
      for lease in leases { try database.check(lease) }
      return try body(database)
    }
  }

  /// Runs something that is no transaction on the connection that writes.
  func writeOutside(_ body: @escaping @Sendable (Database) throws -> Void) async throws {
    try await writer.writeWithoutTransaction(body)
  }

  private func run<Value: Sendable>(
    _ kind: Database.TransactionKind, on queue: DatabaseQueue,
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreFailure) -> Value {
    try checkPlace()
    let result: Result<Value, any Error> = await withCheckedContinuation { continuation in
      queue.asyncWriteWithoutTransaction { database in
        continuation.resume(returning: Result { try Self.transaction(kind, in: database, body) })
      }
    }
    try checkWhole()
    do {
      return try result.get()
    } catch {
      throw StateFault.failure(error, at: path)
    }
  }

  /// Refuses what was read while somebody wrote into a file that is read without locks.
  func checkWhole() throws(StoreFailure) {
    if readOnly?.isKept == false { throw StateFault.changed(path) }
  }

  /// Refuses to go on with a file that was moved, deleted or replaced since it was opened.
  func checkPlace() throws(StoreFailure) {
    if let place, !place.isKept { throw StateFault.moved(path) }
  }

  private static func transaction<Value>(
    _ kind: Database.TransactionKind, in database: Database, _ body: (Database) throws -> Value
  ) throws -> Value {
    var value: Value?
    try database.inTransaction(kind) {
      value = try body(database)
      return .commit
    }
    guard let value else { throw DatabaseError(message: "the transaction gave no result") }
    return value
  }
}

import EmbeddedSystems
import GRDB
import MapRuntime
import MapSync
import Synchronization

/// Keeps a state file and the files of its two systems together. The state remembers which files it
/// belongs to and how far it has seen them; each file remembers which state works with it, and how
/// far that was. So no file is put back, lost or changed for another one without notice
/// (docs/architecture.md#decisions).
public final class FileWatch: Sendable {
  let company: Guid
  let bc: EmbeddedSystem
  let sales: EmbeddedSystem
  let state: SQLiteState
  /// The state's own id.
  let id: Guid
  private let memory = Mutex(Memory())

  private struct Memory {
    /// How far the state knows that it has seen each system.
    var noted: [Side: FilePosition] = [:]
    /// How far this process has written to each, whatever its pages say of it.
    var written: [Side: Int64] = [:]
    /// The newest word of the state's line that this process has made.
    var stamp: StateStamp?
  }

  public init(
    _ state: SQLiteState, company: Guid, bc: EmbeddedSystem, sales: EmbeddedSystem
  ) throws(StoreFailure) {
    self.state = state
    self.company = company
    self.bc = bc
    self.sales = sales
    let (id, noted) = try state.look { database in
      (try database.stateID(), try database.positions())
    }
    self.id = id
    memory.withLock { $0.noted = noted }
  }

  func system(_ side: Side) -> EmbeddedSystem { side == .bc ? bc : sales }

  /// Refuses files that have a second name.
  public func checkNames() throws(StoreFailure) {
    for side in Side.allCases {
      do { try system(side).checkNames() } catch { throw StoreFailure(error) }
    }
    try state.checkNames()
  }

  /// Makes each file whole by itself, without what stands in its '-wal': a copy of it is a backup
  /// then, and another one in its place is not mixed with it. What cannot be emptied now is later.
  public func emptyLogs() {
    for side in Side.allCases { try? system(side).emptyLog() }
    try? state.writer.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }

  /// Takes note of how far this process has written to a system.
  func wrote(_ version: Int64, _ side: Side) {
    memory.withLock { $0.written[side] = max($0.written[side] ?? 0, version) }
  }

  /// Notes how far a page of work has seen the systems, in the transaction that records it.
  ///
  /// - Parameter seen: The highest version of each side that the page knows; what this process wrote
  ///   to a system counts besides.
  /// - Returns: What is to be noted: where a system is by now, unless it is noted already.
  func positions(seen: [Side: Int64] = [:]) throws(StoreFailure) -> [Side: FilePosition] {
    var found: [Side: FilePosition] = [:]
    let seen = seen.merging(memory.withLock { $0.written }) { max($0, $1) }
    for (side, version) in seen {
      if let noted = memory.withLock({ $0.noted[side] }), noted.version >= version { continue }
      do { found[side] = try system(side).position() } catch { throw StoreFailure(error) }
    }
    return found
  }

  /// Takes note of positions that the state has by now.
  func noted(_ positions: [Side: FilePosition]) {
    guard !positions.isEmpty else { return }
    memory.withLock { memory in
      for (side, position) in positions {
        if let known = memory.noted[side], known.version > position.version { continue }
        memory.noted[side] = position
      }
    }
  }

  /// A new word of the state's line, which the systems get with the next writes.
  func work(_ stamp: StateStamp) {
    memory.withLock { memory in
      if let known = memory.stamp, known.number > stamp.number { return }
      memory.stamp = stamp
    }
  }

  /// The word of this process, made where there is none yet. Asked before a system's transaction.
  @discardableResult
  func stamp() throws(StoreFailure) -> StateStamp {
    if let stamp = memory.withLock({ $0.stamp }) { return stamp }
    let stamp = try state.note { database in try database.nextStamp(of: self.id) }
    work(stamp)
    return stamp
  }

  /// Called in a system's transaction. Refuses to write where another state has worked with the
  /// file meanwhile; notes that this one does.
  func enter(_ session: WriteSession, _ side: Side) throws {
    guard let own = memory.withLock({ $0.stamp }) else { return }
    let found = try session.stamp(of: company)
    if found == own { return }
    if let found {
      guard try isOwn(found) else {
        throw FileMisfit(self, side, found.state == id ? .olderState : .otherState).failure
      }
      // Another process of this state is further.
      if found.number > own.number { return }
    }
    try session.set(own, of: company)
  }

  /// Stamps both systems with a new word, before what only the state knows by then: a coupling that is
  /// made or removed without a write. Of a state from before, and one whose process is killed in
  /// between, the systems know more than it does.
  func stampSystems() throws(StoreFailure) {
    work(try state.note { database in try database.nextStamp(of: self.id) })
    for side in Side.allCases {
      do {
        try system(side).write(by: .system) { try enter($0, side) }
      } catch {
        throw StoreFailure(error)
      }
    }
  }

  /// Whether a stamp is on this state's line.
  func isOwn(_ stamp: StateStamp) throws(StoreFailure) -> Bool {
    guard stamp.state == id else { return false }
    return try state.look { database in try database.knows(stamp) }
  }
}

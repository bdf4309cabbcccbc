import GRDB
import MapRuntime
import MapSync

/// Intents (B6). The writes of one are one blob, so that a page of 1,000 costs one row.
extension SQLiteState {
  public func open(_ intent: Intent) async throws(StoreFailure) -> IntentID {
    let (id, stamp) = try await write { database in
      try database.change(
        "INSERT INTO intents (mapping, direction, writes, format) VALUES (?, ?, ?, ?)",
        intent.mapping, intent.direction, IntentBlob.bytes(of: intent.writes), IntentBlob.format)
      let id = database.lastInsertedRowID
      return (id, try watch.map { try database.nextStamp(of: $0.id) })
    }
    if let stamp { watch?.work(stamp) }
    return id
  }

  public func openIntents() async throws(StoreFailure) -> [Intent] {
    try await read { database in try database.intents() }
  }

  public func pendingWrites(_ pair: TablePair) async throws(StoreFailure) -> [PendingWrite] {
    try await read { database in
      guard let number = try database.number(of: pair) else { return [] }
      return try database.pendingWrites(number)
    }
  }

  public func close(_ id: IntentID) async throws(StoreFailure) {
    try await write { database in
      try database.change("DELETE FROM intents WHERE id = ?", id)
    }
  }
}

/// Writes of runs that were given up (B6).
extension Database {
  func intents() throws -> [Intent] {
    try all("SELECT id, mapping, direction, writes, format FROM intents ORDER BY id") { row in
      guard let writes = IntentBlob.writes(in: row.bytes(3), format: row.count(4)) else {
        throw StateRow.damaged("an intent")
      }
      return Intent(
        id: row.integer(0), mapping: row.text(1), direction: try row.choice(2), writes: writes)
    }
  }

  func pairsWithPendingWrites() throws -> [Int64] {
    try all("SELECT DISTINCT pair FROM reservations") { row in row.integer(0) }
  }

  func pendingWrites(_ pair: Int64) throws -> [PendingWrite] {
    try all(
      "SELECT direction, source, target, write, format FROM reservations WHERE pair = ?", pair
    ) { row in
      let direction: Direction = try row.choice(0)
      // Programs before this layout kept the ids of new targets alone.
      guard !row.isNull(3) else {
        return PendingWrite(
          direction,
          Intent.Write(
            .creation, source: try row.guid(1), target: try row.guid(2), sourceRead: nil))
      }
      guard let writes = IntentBlob.writes(in: row.bytes(3), format: row.count(4)),
        let write = writes.first
      else { throw StateRow.damaged("a write that may be on its way") }
      return PendingWrite(direction, write)
    }
  }

  /// Keeps the writes of which nobody knows whether they are on their way, and forgets those that
  /// couplings have gone past.
  func keepPending(_ outcome: PageOutcome, pair: Int64) throws {
    for write in outcome.pending {
      try change(
        """
        INSERT OR REPLACE INTO reservations (pair, direction, source, target, write, format)
        VALUES (?, ?, ?, ?, ?, ?)
        """, pair, outcome.direction, write.source, write.target, IntentBlob.bytes(of: [write]),
        IntentBlob.format)
    }
    guard !(outcome.created.isEmpty && outcome.couplings.isEmpty && outcome.overtaken.isEmpty),
      try first("SELECT 1 FROM reservations LIMIT 1", read: { _ in true }) != nil
    else { return }
    var bySource: [Guid: Coupling] = [:]
    for coupling in outcome.created + outcome.couplings {
      bySource[coupling.bcID] = coupling
      bySource[coupling.salesID] = coupling
    }
    let overtaken = Set(outcome.overtaken)
    for pending in try pendingWrites(pair) {
      let isTooLate =
        pending.direction == outcome.direction && overtaken.contains(pending.write.target)
      guard isTooLate || bySource[pending.write.source].map(pending.isOver) == true else {
        continue
      }
      try change(
        "DELETE FROM reservations WHERE pair = ? AND direction = ? AND source = ?", pair,
        pending.direction, pending.write.source)
    }
  }

  /// Leaves of what was on its way only what still says something once a file was put back: which
  /// new target is whose.
  func forgetVersionsOfWrites() throws {
    for intent in try intents() {
      let left = intent.writes.compactMap(\.withoutVersions)
      if left.isEmpty {
        try change("DELETE FROM intents WHERE id = ?", intent.id)
      } else {
        try change(
          "UPDATE intents SET writes = ?, format = ? WHERE id = ?", IntentBlob.bytes(of: left),
          IntentBlob.format, intent.id)
      }
    }
    for pair in try pairsWithPendingWrites() {
      for pending in try pendingWrites(pair) {
        guard let left = pending.write.withoutVersions else {
          try change(
            "DELETE FROM reservations WHERE pair = ? AND direction = ? AND source = ?", pair,
            pending.direction, pending.write.source)
          continue
        }
        try change(
          """
          UPDATE reservations SET write = ?, format = ?
          WHERE pair = ? AND direction = ? AND source = ?
          """, IntentBlob.bytes(of: [left]), IntentBlob.format, pair, pending.direction,
          left.source)
      }
    }
  }
}

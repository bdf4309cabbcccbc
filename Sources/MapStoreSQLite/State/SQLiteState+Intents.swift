import GRDB
import MapRuntime
import MapSync

/// Intents (B6). The writes of one are one blob, so that a page of 1,000 costs one row.
extension SQLiteState {
  public func open(_ intent: Intent) async throws(StoreFailure) -> IntentID {
    try await write { database in
      try database.change(
        "INSERT INTO intents (mapping, direction, writes, writer) VALUES (?, ?, ?, ?)",
        intent.mapping, intent.direction, IntentBlob.bytes(of: intent.writes), seat?.number ?? 0)
      return database.lastInsertedRowID
    }
  }

  public func openIntents() async throws(StoreFailure) -> [Intent] {
    try await read { database in try database.openIntents().map(\.intent) }
  }

  public func abandonedIntents() async throws(StoreFailure) -> [Intent] {
    guard let seat else { return [] }
    let open = try await read { database in try database.openIntents() }
    var living: Set<Int> = []
    for writer in Set(open.map(\.writer)) where try isTaken(writer) { living.insert(writer) }
    var abandoned: [Intent] = []
    for (intent, writer) in open {
      if writer == seat.number {
        // Those of whoever sat here before.
        if intent.id <= seat.lastIntent { abandoned.append(intent) }
      } else if !living.contains(writer) {
        abandoned.append(intent)
      }
    }
    return abandoned
  }

  public func close(_ id: IntentID) async throws(StoreFailure) {
    try await write { database in
      try database.change("DELETE FROM intents WHERE id = ?", id)
    }
  }
}

extension Database {
  /// All of them, with the seats of their writers.
  fileprivate func openIntents() throws -> [(intent: Intent, writer: Int)] {
    try all("SELECT id, mapping, direction, writes, writer FROM intents ORDER BY id") { row in
      guard let writes = IntentBlob.writes(in: row.bytes(3)) else {
        throw StateRow.damaged("an intent")
      }
      let intent = Intent(
        id: row.integer(0), mapping: row.text(1), direction: try row.choice(2), writes: writes)
      return (intent, row.count(4))
    }
  }
}

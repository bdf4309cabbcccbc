import GRDB
import MapRuntime
import MapSync

/// Intents (B6). The writes of one are one blob, so that a page of 1,000 costs one row.
extension SQLiteState {
  public func open(_ intent: Intent) async throws(StoreFailure) -> IntentID {
    try await write { database in
      try database.change(
        "INSERT INTO intents (mapping, direction, writes) VALUES (?, ?, ?)", intent.mapping,
        intent.direction, IntentBlob.bytes(of: intent.writes))
      return database.lastInsertedRowID
    }
  }

  public func openIntents() async throws(StoreFailure) -> [Intent] {
    try await read { database in
      try database.all("SELECT id, mapping, direction, writes FROM intents ORDER BY id") { row in
        guard let writes = IntentBlob.writes(in: row.bytes(3)) else {
          throw StateRow.damaged("an intent")
        }
        return Intent(
          id: row.integer(0), mapping: row.text(1), direction: try row.choice(2), writes: writes)
      }
    }
  }

  public func close(_ id: IntentID) async throws(StoreFailure) {
    try await write { database in
      try database.change("DELETE FROM intents WHERE id = ?", id)
    }
  }
}

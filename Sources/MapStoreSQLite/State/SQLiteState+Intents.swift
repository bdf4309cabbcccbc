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
    try await read { database in
      try database.all(
        "SELECT id, mapping, direction, writes, format FROM intents ORDER BY id"
      ) { row in
        guard let writes = IntentBlob.writes(in: row.bytes(3), format: row.count(4)) else {
          throw StateRow.damaged("an intent")
        }
        return Intent(
          id: row.integer(0), mapping: row.text(1), direction: try row.choice(2), writes: writes)
      }
    }
  }

  public func reserved(
    _ pair: TablePair, _ direction: Direction
  ) async throws(StoreFailure) -> [ReservedTarget] {
    try await read { database in
      try database.all(
        """
        SELECT source, target FROM reservations WHERE direction = ?
        AND pair = (SELECT id FROM pairs WHERE bc = ? AND sales = ?)
        """, direction, pair.bc, pair.sales
      ) { row in ReservedTarget(source: try row.guid(0), target: try row.guid(1)) }
    }
  }

  public func close(_ id: IntentID) async throws(StoreFailure) {
    try await write { database in
      try database.change("DELETE FROM intents WHERE id = ?", id)
    }
  }
}

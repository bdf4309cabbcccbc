import GRDB
import MapRuntime
import MapSync

extension Database {
  func note(_ event: HistoryEvent) throws {
    try change(
      """
      INSERT INTO events (at, kind, mapping, direction, bc_id, sales_id, job, message, rule)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      event.at, event.kind.rawValue, event.mapping, event.direction, event.bcID, event.salesID,
      event.job, event.message, event.rule)
  }
}

extension SQLiteState {
  public func history(
    _ side: Side, _ id: Guid, limit: Int
  ) async throws(StoreFailure) -> [HistoryEvent] {
    try await read { database in
      try database.all(
        """
        SELECT at, kind, mapping, direction, bc_id, sales_id, job, message, rule FROM events
        WHERE \(side.couplingColumn) = ? ORDER BY id DESC LIMIT ?
        """, id, limit
      ) { row in
        HistoryEvent(
          at: row.moment(0), kind: try row.choice(1), mapping: row.text(2),
          direction: try row.optional(3) { row in { try row.choice($0) } },
          bcID: try row.optional(4, StateRow.guid), salesID: try row.optional(5, StateRow.guid),
          job: row.optional(6, StateRow.integer), message: row.text(7),
          rule: row.optional(8, StateRow.text))
      }
    }
  }
}

extension HistoryEvent {
  /// What became of an entry's record.
  init(_ entry: Entry, _ kind: Kind, job: JobID?) {
    let isFromBC = entry.direction.source == .bc
    self.init(
      at: entry.at, kind: kind, mapping: entry.mapping, direction: entry.direction,
      bcID: isFromBC ? entry.sourceID : entry.targetID,
      salesID: isFromBC ? entry.targetID : entry.sourceID, job: job, message: entry.message,
      rule: entry.rule)
  }
}

extension HistoryEvent.Kind {
  init(_ kind: Entry.Kind) {
    self =
      switch kind {
      case .failed: .failed
      case .held, .later: .held
      case .skipped: .skipped
      }
  }
}

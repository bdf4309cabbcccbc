import GRDB
import MapRuntime
import MapSync

extension Database {
  func note(_ event: HistoryEvent) throws { try note([event]) }

  func note(_ events: [HistoryEvent]) throws {
    guard !events.isEmpty else { return }
    let statement = try StateStatement(
      self,
      """
      INSERT INTO events (at, kind, mapping, direction, bc_id, sales_id, job, message, rule, key)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for event in events {
      statement.bind(
        event.at, event.kind.rawValue, event.mapping, event.direction, event.bcID, event.salesID,
        event.job, event.message, event.rule, event.key)
      try statement.run()
    }
  }

  /// The event of all records that a page created; nil where it created none.
  func origin(of outcome: PageOutcome) throws -> Int64? {
    guard !outcome.created.isEmpty else { return nil }
    try change(
      """
      INSERT INTO origins (at, kind, mapping, direction, job, last_event)
      SELECT ?, ?, ?, ?, ?, coalesce(max(id), 0) FROM events
      """,
      outcome.at, outcome.origin.rawValue, outcome.mapping, outcome.direction,
      outcome.job)
    return lastInsertedRowID
  }
}

extension SQLiteState {
  public func history(
    _ side: Side, _ id: Guid, limit: Int
  ) async throws(StoreFailure) -> [HistoryEvent] {
    try await read { database in
      try database.all(
        """
        SELECT at, kind, mapping, direction, bc_id, sales_id, job, message, rule, id AS place,
        0 AS turn FROM events WHERE \(side.couplingColumn) = ?1
        UNION ALL
        SELECT at, kind, mapping, direction, bc_id, sales_id, job, '', NULL, last_event, 1
        FROM pairs JOIN couplings ON couplings.pair = pairs.id AND \(side.couplingColumn) = ?1
        JOIN origins ON origins.id = origin
        ORDER BY at DESC, place DESC, turn DESC LIMIT ?2
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

extension SQLiteState {
  public func historyCount(_ side: Side, _ id: Guid) async throws(StoreFailure) -> Int {
    try await read { database in
      try database.first(
        """
        SELECT (SELECT count(*) FROM events WHERE \(side.couplingColumn) = ?1)
        + (SELECT count(*) FROM pairs JOIN couplings ON couplings.pair = pairs.id
        AND \(side.couplingColumn) = ?1 JOIN origins ON origins.id = origin)
        """, id, read: { $0.count(0) }) ?? 0
    }
  }
}

/// Records that are known by what they were called.
extension SQLiteState {
  public func remembered(
    keys: [String], name: String
  ) async throws(StoreFailure) -> [RememberedRecord] {
    try await read { database in
      var found: [(at: Int64, record: RememberedRecord)] = []
      for key in Set(keys) {
        found += try database.all(
          "SELECT at, mapping, bc_id FROM events WHERE key = ?1 AND bc_id IS NOT NULL", key
        ) { row in
          (
            row.integer(0),
            RememberedRecord(
              mapping: row.text(1), side: .bc, id: try row.guid(2), name: key, isKey: true)
          )
        }
      }
      for table in ["entries", "job_entries"] {
        found += try database.all(
          "SELECT at, mapping, direction, source, name FROM \(table) WHERE name = ?1 COLLATE NOCASE",
          name
        ) { row in
          let direction: Direction = try row.choice(2)
          return (
            row.integer(0),
            RememberedRecord(
              mapping: row.text(1), side: direction.source, id: try row.guid(3), name: row.text(4),
              isKey: false)
          )
        }
      }
      return found.sorted { $0.at > $1.at }.map(\.record)
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
      case .held, .later, .interrupted: .held
      case .skipped: .skipped
      }
  }
}

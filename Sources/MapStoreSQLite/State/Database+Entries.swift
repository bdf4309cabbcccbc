import GRDB
import MapRuntime
import MapSync

/// Entries, within a transaction.
extension Database {
  /// Stores entries; returns how many failures became or stayed skipped (R D-36).
  ///
  /// - Parameter rests: Whether a record that fails twice with one message rests.
  func store(_ entries: [Entry], pair: Int64, job: JobID?, rests: Bool = true) throws -> Int {
    var skipped = 0
    for var entry in entries {
      if entry.job == nil { entry.job = job }
      let last = try last(entry)
      if rests, entry.kind == .failed, last.isRepeated(by: entry) {
        entry.kind = .skipped
        skipped += 1
      }
      try store(entry, pair: pair)
      try keep(entry, pair: pair)
      if entry.kind == .skipped { try setSkipped(true, entry, pair: pair) }
      // A record that fails or waits as before has no new history.
      if last.kind != entry.kind || last.message != entry.message {
        try note(HistoryEvent(entry, .init(entry.kind), job: entry.job))
      }
    }
    return skipped
  }

  /// Sets or takes the mark of an entry's coupling, where there is one (R D-36 to D-38).
  func setSkipped(_ isSkipped: Bool, _ entry: Entry, pair: Int64) throws {
    let column = entry.direction.source.couplingColumn
    try change(
      "UPDATE couplings SET skipped = ?, revision = revision + 1 WHERE pair = ? AND \(column) = ?",
      isSkipped, pair, entry.sourceID)
  }

  /// Keeps what a job met. That a record is looked at once more is no news of the job.
  func keep(_ entry: Entry, pair: Int64) throws {
    guard let job = entry.job, job != 0, entry.kind != .interrupted else { return }
    let missing = entry.missing
    try change(
      """
      INSERT OR REPLACE INTO job_entries (job, mapping, direction, source, pair, kind, name, target,
      message, rule, missing_pair, missing_side, missing_key, missing_id, at, conflict)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      job, entry.mapping, entry.direction, entry.sourceID, pair, entry.kind.rawValue,
      entry.sourceName, entry.targetID, entry.message, entry.rule,
      try missing.map { try makeNumber(of: $0.pair) }, missing?.side, missing?.key, missing?.id,
      entry.at, try entry.conflict.map(EntryRow.text))
  }

  /// Ends what was noted of records while they had no partner: they have one now.
  func endUncoupled(_ couplings: [Coupling], _ outcome: PageOutcome) throws {
    guard !couplings.isEmpty,
      try first(
        "SELECT 1 FROM entries WHERE mapping = ? LIMIT 1", outcome.mapping, read: { _ in true })
        != nil
    else { return }
    let statement = try StateStatement(
      self,
      """
      DELETE FROM entries WHERE mapping = ?1 AND direction = ?2 AND source = ?3
      RETURNING \(EntryRow.columns)
      """)
    for coupling in couplings {
      for direction in Direction.allCases {
        statement.bind(outcome.mapping, direction, coupling.id(direction.source))
        guard let entry = try statement.first(EntryRow.read), entry.kind.waits else { continue }
        try note(released: entry, outcome)
      }
    }
  }

  func note(released entry: Entry, _ outcome: PageOutcome) throws {
    var event = HistoryEvent(entry, .released, job: outcome.job)
    event.at = outcome.at
    event.message = "no longer waits: \(entry.message)"
    try note(event)
  }

  /// Lets what rested in the other direction be tried again: the coupling rests no more.
  func free(_ couplings: [Coupling], pair: Int64, _ outcome: PageOutcome) throws {
    for coupling in couplings {
      for direction in Direction.allCases {
        let entry = try first(
          """
          UPDATE entries SET kind = ? WHERE source = ? AND direction = ? AND pair = ? AND kind = ?
          RETURNING \(EntryRow.columns)
          """,
          Entry.Kind.failed.rawValue, coupling.id(direction.source), direction, pair,
          Entry.Kind.skipped.rawValue, read: EntryRow.read)
        if let entry { try note(retried: entry, at: outcome.at) }
      }
    }
  }

  func note(retried entry: Entry, at moment: DateTimeValue) throws {
    var event = HistoryEvent(entry, .retried, job: nil)
    event.at = moment
    event.message = "to be tried again"
    try note(event)
  }

  private func last(_ entry: Entry) throws -> LastEntry {
    let last = try first(
      """
      SELECT kind, message, job FROM entries
      WHERE mapping = ?1 AND direction = ?2 AND source = ?3
      """, entry.mapping, entry.direction, entry.sourceID
    ) { row in
      LastEntry(
        kind: try row.choice(0), message: row.text(1), job: row.optional(2, StateRow.integer))
    }
    return last ?? LastEntry(kind: nil, message: "", job: nil)
  }

  private func store(_ entry: Entry, pair: Int64) throws {
    let missing = entry.missing
    try change(
      """
      INSERT OR REPLACE INTO entries (mapping, direction, source, pair, kind, name, target,
      message, rule, missing_pair, missing_side, missing_key, missing_id, job, at,
      conflict) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      entry.mapping, entry.direction, entry.sourceID, pair, entry.kind.rawValue,
      entry.sourceName, entry.targetID, entry.message, entry.rule,
      try missing.map { try makeNumber(of: $0.pair) }, missing?.side, missing?.key, missing?.id,
      entry.job, entry.at, try entry.conflict.map(EntryRow.text))
  }
}

/// What was noted of a record last.
private struct LastEntry {
  let kind: Entry.Kind?
  let message: String
  let job: JobID?

  func isRepeated(by entry: Entry) -> Bool {
    kind.map { $0.isRepeated(message, job, by: entry) } ?? false
  }
}

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
      message, rule, missing_pair, missing_side, missing_key, missing_id, job, at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      entry.mapping, entry.direction, entry.sourceID, pair, entry.kind.rawValue,
      entry.sourceName, entry.targetID, entry.message, entry.rule,
      try missing.map { try makeNumber(of: $0.pair) }, missing?.side, missing?.key, missing?.id,
      entry.job, entry.at)
  }
}

/// What was noted of a record last.
private struct LastEntry {
  let kind: Entry.Kind?
  let message: String
  let job: JobID?

  /// Whether the same happened in an earlier run. A record that fails twice within one run was
  /// tried twice, and has failed once.
  func isRepeated(by entry: Entry) -> Bool {
    switch kind {
    case .skipped: true
    case .failed: message == entry.message && job != entry.job
    case .held, .later, .interrupted, nil: false
    }
  }
}

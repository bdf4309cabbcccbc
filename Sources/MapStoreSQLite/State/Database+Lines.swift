import GRDB
import MapRuntime
import MapSync

/// The lines of full synchronizations and their cursors, within a transaction.
extension Database {
  /// Stores a line; a new one comes after the others. Cursors that it does not name stay.
  func save(_ line: FullRunLine, of run: RunID) throws {
    try change(
      """
      INSERT INTO lines VALUES (
      ?1, ?2, (SELECT count(*) FROM lines WHERE run = ?1),
      ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
      ON CONFLICT (run, mapping) DO UPDATE SET wave = excluded.wave,
      recommendation = excluded.recommendation, reason = excluded.reason,
      status = excluded.status, bc_count = excluded.bc_count,
      sales_count = excluded.sales_count, done = excluded.done, failed = excluded.failed,
      held = excluded.held, started = excluded.started, finished = excluded.finished
      """,
      run, line.mapping, line.wave, line.recommendation.rawValue, line.reason,
      line.status.rawValue, line.bcCount, line.salesCount, line.done, line.failed, line.held,
      line.started, line.finished)
    for (direction, cursor) in line.cursors {
      var cursor = cursor
      cursor.run = run
      try save(cursor, line.mapping, direction)
    }
  }

  func save(_ cursor: FullRunCursor, _ mapping: String, _ direction: Direction) throws {
    try change(
      "INSERT OR REPLACE INTO cursors VALUES (?, ?, ?, ?, ?, ?)", cursor.run, mapping, direction,
      cursor.after, cursor.mark.text, cursor.isFinished)
  }

  /// Counts a page on its line, so that others see how far it is; the line's own end says it whole.
  func advance(_ outcome: PageOutcome, of run: RunID) throws {
    try change(
      """
      UPDATE lines SET done = done + ?, failed = failed + ?, held = held + ?
      WHERE run = ? AND mapping = ?
      """,
      outcome.taken, outcome.counters.failed, outcome.counters.held, run, outcome.mapping)
  }

  /// In the order in which they came.
  func lines(of run: RunID) throws -> [FullRunLine] {
    let lines = try all(
      """
      SELECT mapping, wave, recommendation, reason, status, bc_count, sales_count, done, failed,
      held, started, finished FROM lines WHERE run = ? ORDER BY position
      """, run
    ) { row in
      FullRunLine(
        mapping: row.text(0), wave: row.count(1), recommendation: try row.choice(2),
        reason: row.text(3), status: try row.choice(4), bcCount: row.count(5),
        salesCount: row.count(6), done: row.count(7), failed: row.count(8), held: row.count(9),
        started: row.optional(10, StateRow.moment), finished: row.optional(11, StateRow.moment))
    }
    return try lines.map { line in
      var line = line
      line.cursors = try cursors(of: run, line.mapping)
      return line
    }
  }

  private func cursors(
    of run: RunID, _ mapping: String
  ) throws -> [Direction: FullRunCursor] {
    let found = try all(
      "SELECT direction, after, mark, finished FROM cursors WHERE run = ? AND mapping = ?",
      run, mapping
    ) { row in
      let direction: Direction = try row.choice(0)
      return (
        direction,
        FullRunCursor(
          run: run, after: try row.optional(1, StateRow.guid), mark: ChangeMark(row.text(2)),
          isFinished: row.flag(3))
      )
    }
    return Dictionary(found) { first, _ in first }
  }
}

import GRDB
import MapRuntime
import MapSync

/// The end of what is kept (B7). What is old is looked for beside whoever writes, and goes by its
/// number, so that nobody waits for more than a part of it.
extension SQLiteState {
  public func forget(
    before moment: DateTimeValue, limit: Int
  ) async throws(StoreFailure) -> Int {
    var count = 0
    // What a job met goes before the job.
    for old in [OldRows.events, .origins, .met, .jobs, .runs] where count < limit {
      let left = limit - count
      let keys = try await read { database in
        try database.all(old.search, moment, left) { row in
          OldRows.Key(
            number: row.integer(0), direction: row.optional(1, StateRow.integer),
            source: try row.optional(2, StateRow.guid))
        }
      }
      guard !keys.isEmpty else { continue }
      try await write { database in
        for key in keys { try old.remove(database, key) }
      }
      count += keys.count
    }
    return count
  }
}

/// Rows of one kind that are older than `?1`, at most `?2` of them, and how one goes.
private struct OldRows: Sendable {
  struct Key: Sendable {
    let number: Int64
    /// Of what a job met.
    let direction: Int64?
    let source: Guid?
  }

  let search: String
  let remove: @Sendable (Database, Key) throws -> Void

  static let events = OldRows(
    search: "SELECT id, NULL, NULL FROM events WHERE \(isFirst("events")) AND at < ?1 LIMIT ?2",
    remove: { try $0.change("DELETE FROM events WHERE id = ?", $1.number) })

  static let origins = OldRows(
    search: "SELECT id, NULL, NULL FROM origins WHERE \(isFirst("origins")) AND at < ?1 LIMIT ?2",
    remove: { try $0.change("DELETE FROM origins WHERE id = ?", $1.number) })

  static let met = OldRows(
    search: "SELECT job, direction, source FROM job_entries WHERE job IN (\(oldJobs)) LIMIT ?2",
    remove: { database, key in
      try database.change(
        "DELETE FROM job_entries WHERE job = ? AND direction = ? AND source = ?", key.number,
        key.direction, key.source)
    })

  static let jobs = OldRows(
    search: """
      SELECT id, NULL, NULL FROM jobs WHERE id IN (\(oldJobs))
      AND NOT EXISTS (SELECT 1 FROM job_entries WHERE job = jobs.id) LIMIT ?2
      """,
    remove: { try $0.change("DELETE FROM jobs WHERE id = ?", $1.number) })

  static let runs = OldRows(
    search: """
      SELECT id, NULL, NULL FROM runs WHERE started < ?1
      AND id <> (SELECT max(id) FROM runs) LIMIT ?2
      """,
    remove: { database, key in
      try database.change("DELETE FROM cursors WHERE run = ?", key.number)
      try database.change("DELETE FROM lines WHERE run = ?", key.number)
      try database.change("DELETE FROM runs WHERE id = ?", key.number)
    })

  /// But the last one of each kind, by which people see when a mapping ran last.
  private static let oldJobs = """
    SELECT id FROM jobs AS old WHERE \(isFirst("jobs")) AND started < ?1
    AND EXISTS (SELECT 1 FROM jobs AS later WHERE later.mapping = old.mapping
      AND later.direction = old.direction AND later.kind = old.kind AND later.id > old.id)
    """

  /// What came first is the oldest: a table of millions is not read to find nothing. Rows are counted and
  /// not their numbers, since a first one may stay for good.
  private static func isFirst(_ table: String) -> String {
    "id <= (SELECT max(id) FROM (SELECT id FROM \(table) ORDER BY id LIMIT 10000))"
  }
}

import GRDB
import MapRuntime
import MapSync

/// Jobs (R D-6, D-7).
extension SQLiteState {
  public func startJob(_ job: Job) async throws(StoreFailure) -> JobID {
    try await write { database in
      let counters = job.counters
      try database.change(
        """
        INSERT INTO jobs (mapping, direction, kind, started_by, started, finished, message,
        inserted, modified, deleted, unchanged, skipped, held, failed, coupled, uncoupled)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        job.mapping, job.direction, job.kind.rawValue, job.trigger.rawValue, job.started,
        job.finished, job.message, counters.inserted, counters.modified, counters.deleted,
        counters.unchanged, counters.skipped, counters.held, counters.failed, counters.coupled,
        counters.uncoupled)
      return database.lastInsertedRowID
    }
  }

  public func finishJob(
    _ id: JobID, at moment: DateTimeValue, message: String?
  ) async throws(StoreFailure) {
    // What it wrote after its last page, or without one.
    let positions = try watch?.positions() ?? [:]
    try await write { database in
      try database.note(positions)
      let changed = try database.change(
        "UPDATE jobs SET finished = ?, message = ? WHERE id = ?", moment, message, id)
      if changed == 0 { throw StoreFailure.unknown("there is no job \(id)") }
    }
    watch?.noted(positions)
  }

  public func jobs(_ query: JobQuery) async throws(StoreFailure) -> [Job] {
    try await read { database in
      try database.all(
        """
        SELECT id, mapping, direction, kind, started_by, started, finished, message,
        inserted, modified, deleted, unchanged, skipped, held, failed, coupled, uncoupled
        FROM jobs WHERE \(Self.isMeant) ORDER BY id DESC LIMIT ?5
        """, query.mapping, query.direction, query.kind?.rawValue, query.id, query.limit,
        read: Self.job)
    }
  }

  public func count(_ query: JobQuery) async throws(StoreFailure) -> Int {
    try await read { database in
      try database.first(
        "SELECT count(*) FROM jobs WHERE \(Self.isMeant)", query.mapping, query.direction,
        query.kind?.rawValue, query.id, read: { $0.count(0) }) ?? 0
    }
  }

  /// Whether a query means a job: by its mapping, direction, kind and number, in this order.
  private static let isMeant = """
    (?1 IS NULL OR mapping = ?1) AND (?2 IS NULL OR direction = ?2)
    AND (?3 IS NULL OR kind = ?3) AND (?4 IS NULL OR id = ?4)
    """

  private static func job(_ row: StateRow) throws -> Job {
    var counters = JobCounters()
    counters.inserted = row.count(8)
    counters.modified = row.count(9)
    counters.deleted = row.count(10)
    counters.unchanged = row.count(11)
    counters.skipped = row.count(12)
    counters.held = row.count(13)
    counters.failed = row.count(14)
    counters.coupled = row.count(15)
    counters.uncoupled = row.count(16)
    return Job(
      id: row.integer(0), mapping: row.text(1), direction: try row.choice(2),
      kind: try row.choice(3), trigger: try row.choice(4), started: row.moment(5),
      finished: row.optional(6, StateRow.moment), counters: counters,
      message: row.optional(7, StateRow.text))
  }
}

extension Database {
  /// Job 0 is no job: what a person does without one.
  func add(_ counters: JobCounters, to job: JobID) throws {
    guard job != 0 else { return }
    let changed = try change(
      """
      UPDATE jobs SET inserted = inserted + ?, modified = modified + ?, deleted = deleted + ?,
      unchanged = unchanged + ?, skipped = skipped + ?, held = held + ?, failed = failed + ?,
      coupled = coupled + ?, uncoupled = uncoupled + ? WHERE id = ?
      """,
      counters.inserted, counters.modified, counters.deleted, counters.unchanged,
      counters.skipped, counters.held, counters.failed, counters.coupled, counters.uncoupled,
      job)
    if changed == 0 { throw StoreFailure.unknown("there is no job \(job)") }
  }

  func mapping(of job: JobID) throws -> String {
    guard job != 0 else { return "" }
    let mapping = try first("SELECT mapping FROM jobs WHERE id = ?", job) { row in row.text(0) }
    guard let mapping else { throw StoreFailure.unknown("there is no job \(job)") }
    return mapping
  }
}

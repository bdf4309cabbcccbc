import GRDB
import MapRuntime
import MapSync

/// Entries: failures, waits and rests (F6, F12).
extension SQLiteState {
  public func entries(
    _ mapping: String, _ direction: Direction, ids: [Guid]
  ) async throws(StoreFailure) -> [Entry] {
    try await read { database in
      let statement = try StateStatement(
        database,
        """
        SELECT \(EntryRow.columns) FROM entries
        WHERE mapping = ?1 AND direction = ?2 AND source = ?3
        """)
      return try ids.compactMap { id in
        statement.bind(mapping, direction, id)
        return try statement.first(EntryRow.read)
      }
    }
  }

  public func entries(_ query: EntryQuery) async throws(StoreFailure) -> [Entry] {
    try await read { database in
      let found = try database.entries(query, limit: query.limit).map(\.entry)
      guard !query.ids.isEmpty else { return found }
      return Array(found.sorted { $0.at.milliseconds > $1.at.milliseconds }.prefix(query.limit))
    }
  }

  public func met(
    by job: JobID, _ direction: Direction, ids: [Guid]
  ) async throws(StoreFailure) -> Set<Guid> {
    try await read { database in
      let statement = try StateStatement(
        database, "SELECT 1 FROM job_entries WHERE job = ?1 AND direction = ?2 AND source = ?3")
      return try Set(
        ids.filter { id in
          statement.bind(job, direction, id)
          return try statement.first { _ in true } != nil
        })
    }
  }

  public func count(_ query: EntryQuery) async throws(StoreFailure) -> Int {
    let filter = EntryFilter(query)
    return try await read { database in
      try database.first(
        "SELECT count(*) FROM \(filter.table) WHERE \(filter.condition)", filter.mapping,
        filter.direction, filter.job, read: { $0.count(0) }) ?? 0
    }
  }

  public func due(
    _ mapping: String, _ direction: Direction, releasedOnly: Bool, after id: Guid?, limit: Int
  ) async throws(StoreFailure) -> [DueRecord] {
    try await read { database in
      try database.all(
        DueQuery.sql(direction), mapping, direction, id?.bytes ?? [], limit,
        releasedOnly ? 1 : 0, read: DueQuery.read)
    }
  }

  public func due(
    _ mapping: String, _ direction: Direction, ids: [Guid]
  ) async throws(StoreFailure) -> [DueRecord] {
    try await read { database in
      let statement = try StateStatement(database, DueQuery.sql(direction, isOfOne: true))
      return try ids.compactMap { id in
        statement.bind(mapping, direction, id, 1, 0)
        return try statement.first(DueQuery.read)
      }
    }
  }

  public func skip(_ pair: TablePair, _ entries: [Entry]) async throws(StoreFailure) {
    try await write { database in
      let number = try database.makeNumber(of: pair)
      for var entry in entries {
        entry.kind = .skipped
        _ = try database.store([entry], pair: number, job: entry.job)
      }
    }
  }
}

extension Database {
  /// The entries that a query asks for, each once, with the numbers of their pairs. Newest first
  /// but where the query names ids.
  func entries(
    _ query: EntryQuery, limit: Int
  ) throws -> [(entry: Entry, pair: Int64)] {
    let filter = EntryFilter(query)
    let select = "SELECT \(EntryRow.columns) FROM \(filter.table) WHERE"
    func read(_ row: StateRow) throws -> (entry: Entry, pair: Int64) {
      (try EntryRow.read(row), row.integer(14))
    }
    if query.ids.isEmpty {
      return try all(
        "\(select) \(filter.condition) ORDER BY at DESC, job DESC, name LIMIT ?4", filter.mapping,
        filter.direction, filter.job, limit, read: read)
    }
    var seen: Set<Guid> = []
    return try query.ids.filter { seen.insert($0).inserted }.flatMap { id in
      try all(
        "\(select) \(filter.condition(query.side))", filter.mapping, filter.direction,
        filter.job, id, read: read)
    }
  }
}

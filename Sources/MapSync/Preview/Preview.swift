import MapRuntime

/// Converts records and writes nothing: what a run would overwrite, before it does (F3; R D-40).
public struct Preview: Sendable {
  let integration: Integration

  public init(_ integration: Integration) { self.integration = integration }

  /// What a run of chosen records in this mode would do with some, in any order; unknown ids are left
  /// out. No job, no entry and no coupling comes of it. Records that a run would synchronize first
  /// are not, so what refers to them shows as held.
  public func records(
    _ mapping: BoundMapping, _ direction: Direction, _ mode: RunMode, ids: [Guid]
  ) async throws(StoreFailure) -> [RecordPreview] {
    try await Self.records(mapping.type, mapping, direction, mode, ids, integration)
  }

  /// What the next scheduled run would do with some records, one direction after the other, as it runs
  /// them; those that it does not come upon among them.
  ///
  /// - Parameters:
  ///   - bc: Ids of BC.
  ///   - sales: Ids of Sales.
  public func next(
    _ mapping: BoundMapping, bc: [Guid], sales: [Guid]
  ) async throws(StoreFailure) -> [RecordPreview] {
    try await Self.next(mapping.type, mapping, bc, sales, integration)
  }

  /// What the next scheduled run would do: at most a page of what is due, and of what changed, in each
  /// direction; the same of lines that run with it.
  public func next(_ mapping: BoundMapping) async throws(StoreFailure) -> NextRun {
    var next = try await Self.next(mapping.type, mapping, integration)
    next.lines = try await lines(mapping, after: next.records)
    return next
  }

  private static func next<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ bc: [Guid], _ sales: [Guid],
    _ integration: Integration
  ) async throws(StoreFailure) -> [RecordPreview] {
    var previews: [RecordPreview] = []
    var left = LeftBehind<Mapping.SalesRecord>()
    if mapping.policy.directions.contains(.toSales) {
      let run = try await ToSales<Mapping>.looking(mapping, integration, .scheduled)
      let asked = Set(bc)
      // Any record of BC may find one of Sales by itself.
      let all =
        sales.isEmpty || mapping.policy.match?.isAutomatic != true
        ? asked : try await asked.union(TakenUp(run).ids)
      let foreseen = try await ForeseenRun(run, all.sorted(), after: LeftBehind())
      let partners = Set(sales)
      previews = foreseen.previews.filter { preview in
        asked.contains(preview.source)
          || preview.target.map { asked.contains($0) || partners.contains($0) } ?? false
      }
      left = foreseen.after
    }
    if mapping.policy.directions.contains(.toBC) {
      let asked = Set(sales)
      // A run comes upon more than it would have before it wrote to Sales.
      let found = left.found.filter { !asked.contains($0) }
      let foreseen = try await ForeseenRun(
        ToBC<Mapping>.looking(mapping, integration, .scheduled), sales + found, after: left)
      // Where its partner is gone and made again, that is what happens.
      previews.removeAll { earlier in
        earlier.counters == JobCounters()
          && foreseen.previews.contains {
            $0.direction == earlier.direction && $0.source == earlier.source
          }
      }
      previews += foreseen.previews.filter { preview in
        asked.contains(preview.source) || preview.direction != .toBC
          || preview.fate != .unchanged && preview.counters != JobCounters()
      }
    }
    return previews
  }

  private static func next<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ integration: Integration
  ) async throws(StoreFailure) -> NextRun {
    var bc = TakenUp()
    if mapping.policy.directions.contains(.toSales) {
      bc = try await TakenUp(ToSales<Mapping>.looking(mapping, integration, .scheduled))
    }
    var sales = TakenUp()
    if mapping.policy.directions.contains(.toBC) {
      sales = try await TakenUp(ToBC<Mapping>.looking(mapping, integration, .scheduled))
    }
    return NextRun(
      records: try await next(type, mapping, bc.ids, sales.ids, integration),
      hasMore: bc.hasMore || sales.hasMore)
  }

  private static func records<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ direction: Direction, _ mode: RunMode,
    _ ids: [Guid], _ integration: Integration
  ) async throws(StoreFailure) -> [RecordPreview] {
    switch direction {
    case .toSales:
      try await records(ToSales<Mapping>.looking(mapping, integration, mode), ids)
    case .toBC:
      try await records(ToBC<Mapping>.looking(mapping, integration, mode), ids)
    }
  }

  private static func records<Way: OneWay>(
    _ run: DirectionRun<Way>, _ ids: [Guid]
  ) async throws(StoreFailure) -> [RecordPreview] {
    var previews: [RecordPreview] = []
    var first = 0
    while first < ids.count && !Task.isCancelled {
      let batch = Array(ids[first..<min(first + run.source.batchSize, ids.count)])
      first += batch.count
      let records = try await run.source.records(Way.Source.self, ids: batch)
      guard !records.isEmpty else { continue }
      let page = try await ConvertedPage(PlannedPage(run, records))
      let foreseen = try await ForeseenPage(page)
      previews += try await PagePreview(foreseen, comes: foreseen.page.waitingForComing()).records
    }
    return previews
  }
}

/// What the next run of a mapping would do.
public struct NextRun: Sendable {
  public let records: [RecordPreview]
  /// More is due, or changed.
  public let hasMore: Bool
  /// What it would do with lines that no schedule of their own runs, by their mappings.
  public internal(set) var lines: [ForeseenLines] = []
}

/// The sources that a scheduled run takes up first.
private struct TakenUp {
  private(set) var ids: [Guid] = []
  private(set) var hasMore = false

  init() {}

  init<Way: OneWay>(_ run: DirectionRun<Way>) async throws(StoreFailure) {
    var due = DueRecords(run.integration, run.mapping, Way.direction, releasedOnly: false)
    ids = try await due.next()
    let mark = try await run.integration.state.mark(run.mark, Way.direction)
    let page = try await run.source.changes(
      Way.Source.self, since: mark, run.changeQuery, limit: run.source.batchSize)
    let known = Set(ids)
    ids += (page.records.map(\.id) + page.deleted).filter { !known.contains($0) }
    hasMore = try await due.hasNext() || page.hasMore
  }
}

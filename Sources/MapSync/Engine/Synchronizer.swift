import MapRuntime

/// Synchronizes mappings: what changed, chosen records, or all of them.
public struct Synchronizer: Sendable {
  public let integration: Integration

  public init(_ integration: Integration) { self.integration = integration }

  /// A scheduled run: to Sales first, to BC second (F8; R D-19). Like every run it holds the mapping's
  /// tables, and ends as `busy` where somebody else keeps them (R L-12).
  public func synchronize(_ mapping: BoundMapping) async throws(StoreFailure) -> [JobReport] {
    var reports = try await integration.holding(mapping) { integration throws(StoreFailure) in
      var reports: [JobReport] = []
      for direction in mapping.policy.directions.sorted(by: { $0.rawValue < $1.rawValue }) {
        reports.append(
          try await Self.changes(mapping.type, mapping, direction, .scheduled, integration))
      }
      return reports
    }
    // Lines without a schedule of their own run with their header (docs/language.md#mappings,
    // `parent`).
    for lines in HeaderLines(integration: integration, header: mapping).unscheduled {
      reports += try await synchronize(lines)
    }
    return reports
  }

  /// Chosen records in one direction, and the lines of them that are headers (F2, F3; R C-47).
  public func runWithLines(
    _ mapping: BoundMapping, _ direction: Direction, _ mode: RunMode, ids: [Guid]
  ) async throws(StoreFailure) -> [JobReport] {
    let report = try await run(mapping, direction, mode, ids: ids)
    let lines = HeaderLines(integration: integration, header: mapping)
    return try await [report] + lines.run(direction, mode, headers: ids).map(\.ofUnnamed)
  }

  /// Chosen records in one direction: now, merged, or created (F2, F3).
  public func run(
    _ mapping: BoundMapping, _ direction: Direction, _ mode: RunMode, ids: [Guid]
  ) async throws(StoreFailure) -> JobReport {
    try await integration.holding(mapping) { integration throws(StoreFailure) in
      try await Self.records(mapping.type, mapping, direction, mode, ids, integration)
    }
  }

  /// What became of the sources of documents that were written before: invoices that were paid since
  /// (F27; R H-15 to H-20).
  public func refresh(
    _ mapping: BoundMapping, _ direction: Direction, _ scope: RefreshScope
  ) async throws(StoreFailure) -> JobReport {
    try await integration.holding(mapping) { integration throws(StoreFailure) in
      try await Self.refresh(mapping.type, mapping, direction, scope, integration)
    }
  }

  private static func refresh<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ direction: Direction, _ scope: RefreshScope,
    _ integration: Integration
  ) async throws(StoreFailure) -> JobReport {
    let mode = RunMode.create.ofUnnamed
    return switch direction {
    case .toSales:
      try await MappingRun<ToSales<Mapping>>(
        integration: integration, mapping: mapping, mode: mode
      ).refresh(scope)
    case .toBC:
      try await MappingRun<ToBC<Mapping>>(
        integration: integration, mapping: mapping, mode: mode
      ).refresh(scope)
    }
  }

  /// Every record of one direction, going on from a cursor (F9).
  public func all(
    _ mapping: BoundMapping, _ direction: Direction, from cursor: FullRunCursor,
    progress: @Sendable (JobCounters, Int) async -> Void
  ) async throws(StoreFailure) -> JobReport {
    try await integration.holding(mapping) { integration throws(StoreFailure) in
      try await Self.all(mapping.type, mapping, direction, cursor, integration, progress)
    }
  }

  /// Held records of which the missing one is coupled by now, and references that follow later.
  public func releases(
    _ mapping: BoundMapping, _ direction: Direction
  ) async throws(StoreFailure) -> JobReport {
    try await integration.holding(mapping) { integration throws(StoreFailure) in
      try await Self.releases(mapping.type, mapping, direction, integration)
    }
  }

  /// Whether somebody else changed a table of the mapping since a mark.
  func hasForeignChanges(
    _ mapping: BoundMapping, _ side: Side, since mark: ChangeMark
  ) async throws(StoreFailure) -> Bool {
    try await Self.hasForeignChanges(mapping.type, side, mark, integration.store(side))
  }

  private static func hasForeignChanges<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ side: Side, _ mark: ChangeMark, _ store: any SystemStore
  ) async throws(StoreFailure) -> Bool {
    let query = RecordQuery(leavesOutOurs: true)
    switch side {
    case .bc:
      let page = try await store.changes(
        Mapping.BCRecord.self, since: mark, query, limit: 1)
      return !page.records.isEmpty || !page.deleted.isEmpty
    case .sales:
      let page = try await store.changes(
        Mapping.SalesRecord.self, since: mark, query, limit: 1)
      return !page.records.isEmpty || !page.deleted.isEmpty
    }
  }

  private static func changes<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ direction: Direction, _ mode: RunMode,
    _ integration: Integration
  ) async throws(StoreFailure) -> JobReport {
    switch direction {
    case .toSales:
      try await MappingRun<ToSales<Mapping>>(
        integration: integration, mapping: mapping, mode: mode
      ).changes()
    case .toBC:
      try await MappingRun<ToBC<Mapping>>(
        integration: integration, mapping: mapping, mode: mode
      ).changes()
    }
  }

  private static func records<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ direction: Direction, _ mode: RunMode,
    _ ids: [Guid], _ integration: Integration
  ) async throws(StoreFailure) -> JobReport {
    switch direction {
    case .toSales:
      try await MappingRun<ToSales<Mapping>>(
        integration: integration, mapping: mapping, mode: mode
      ).records(ids)
    case .toBC:
      try await MappingRun<ToBC<Mapping>>(
        integration: integration, mapping: mapping, mode: mode
      ).records(ids)
    }
  }

  private static func all<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ direction: Direction,
    _ cursor: FullRunCursor, _ integration: Integration,
    _ progress: @Sendable (JobCounters, Int) async -> Void
  ) async throws(StoreFailure) -> JobReport {
    switch direction {
    case .toSales:
      try await MappingRun<ToSales<Mapping>>(
        integration: integration, mapping: mapping, mode: .full
      ).all(from: cursor, progress: progress)
    case .toBC:
      try await MappingRun<ToBC<Mapping>>(
        integration: integration, mapping: mapping, mode: .full
      ).all(from: cursor, progress: progress)
    }
  }

  private static func releases<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ direction: Direction,
    _ integration: Integration
  ) async throws(StoreFailure) -> JobReport {
    switch direction {
    case .toSales:
      try await MappingRun<ToSales<Mapping>>(
        integration: integration, mapping: mapping, mode: .full
      ).releases()
    case .toBC:
      try await MappingRun<ToBC<Mapping>>(
        integration: integration, mapping: mapping, mode: .full
      ).releases()
    }
  }
}

import MapRuntime

/// Converts records and writes nothing: what a run would overwrite, before it does (F3; R D-40).
public struct Preview: Sendable {
  private let integration: Integration

  public init(_ integration: Integration) { self.integration = integration }

  /// What a run of this mode would do with some source records, in any order; unknown ids are left
  /// out. No job, no entry and no coupling comes of it. Records that a run would synchronize first
  /// are not, so what refers to them shows as held.
  public func records(
    _ mapping: BoundMapping, _ direction: Direction, _ mode: RunMode, ids: [Guid]
  ) async throws(StoreFailure) -> [RecordPreview] {
    try await Self.records(mapping.type, mapping, direction, mode, ids, integration)
  }

  /// What the next scheduled run would do with what changed, at most one page of it.
  public func changes(
    _ mapping: BoundMapping, _ direction: Direction
  ) async throws(StoreFailure) -> [RecordPreview] {
    try await Self.changes(mapping.type, mapping, direction, integration)
  }

  private static func changes<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ direction: Direction,
    _ integration: Integration
  ) async throws(StoreFailure) -> [RecordPreview] {
    switch direction {
    case .toSales: try await changes(ToSales<Mapping>.self, mapping, integration)
    case .toBC: try await changes(ToBC<Mapping>.self, mapping, integration)
    }
  }

  private static func changes<Way: OneWay>(
    _ way: Way.Type, _ mapping: BoundMapping, _ integration: Integration
  ) async throws(StoreFailure) -> [RecordPreview] {
    var mode = RunMode.scheduled
    mode.writes = false
    let run = try await DirectionRun<Way>(integration, mapping, mode, job: 0)
    let mark = try await integration.state.mark(mapping.name, Way.direction)
    let changed = try await run.source.changes(
      Way.Source.self, since: mark, RecordQuery(company: run.sourceCompany),
      limit: run.source.batchSize)
    let page = try await ConvertedPage(PlannedPage(run, changed.records))
    return PagePreview(page).records
  }

  private static func records<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ direction: Direction, _ mode: RunMode,
    _ ids: [Guid], _ integration: Integration
  ) async throws(StoreFailure) -> [RecordPreview] {
    switch direction {
    case .toSales:
      try await records(ToSales<Mapping>.self, mapping, mode, ids, integration)
    case .toBC:
      try await records(ToBC<Mapping>.self, mapping, mode, ids, integration)
    }
  }

  private static func records<Way: OneWay>(
    _ way: Way.Type, _ mapping: BoundMapping, _ mode: RunMode, _ ids: [Guid],
    _ integration: Integration
  ) async throws(StoreFailure) -> [RecordPreview] {
    var mode = mode
    mode.writes = false
    let run = try await DirectionRun<Way>(integration, mapping, mode, job: 0)
    var previews: [RecordPreview] = []
    var first = 0
    while first < ids.count && !Task.isCancelled {
      let batch = Array(ids[first..<min(first + run.source.batchSize, ids.count)])
      first += batch.count
      let records = try await run.source.records(Way.Source.self, ids: batch)
      let page = try await ConvertedPage(PlannedPage(run, records))
      previews += PagePreview(page).records
    }
    return previews
  }
}

import MapRuntime

/// The BC records of a mapping a page at a time: all within the filter, or a selection. Nothing is
/// held but the page.
struct BCPages<Mapping: CompiledMapping>: Sendable {
  private let integration: Integration
  private let filter: FilterInForce<Mapping>
  private let figures: FigureFiller<Mapping.BCRecord>
  private let selection: [Guid]?
  private var place = 0
  private var after: Guid?

  /// - Parameter selection: Ids of records; nil for all within the filter.
  init(
    _ integration: Integration, _ mapping: BoundMapping, _ values: RunValues,
    selection: [Guid]?
  ) throws(StoreFailure) {
    self.integration = integration
    self.selection = selection
    filter = FilterInForce(mapping.policy, values, integration)
    figures = try FigureFiller(integration, values, isUsed: Mapping.readsFigures(.bc))
  }

  /// The next page's records within the filter, of which there may be none; nil after the last page.
  mutating func next() async throws(StoreFailure) -> [StoredRecord<Mapping.BCRecord>]? {
    guard !Task.isCancelled, var page = try await read() else { return nil }
    try await figures.fill(&page)
    return page.filter { filter.accepts($0.record) }
  }

  private mutating func read() async throws(StoreFailure) -> [StoredRecord<Mapping.BCRecord>]? {
    let limit = integration.bc.batchSize
    if let selection {
      guard place < selection.count else { return nil }
      let batch = Array(selection[place..<min(place + limit, selection.count)])
      place += batch.count
      return try await integration.bc.records(Mapping.BCRecord.self, ids: batch)
    }
    let page = try await integration.bc.records(
      Mapping.BCRecord.self, RecordQuery(filter.condition(.bc)), after: after, limit: limit)
    guard let last = page.last else { return nil }
    after = last.id
    return page
  }
}

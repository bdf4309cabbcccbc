import MapRuntime

/// Looks at records of a mapping's tables without synchronizing them (B7).
public struct RecordInspection: Sendable {
  private let integration: Integration

  public init(_ integration: Integration) { self.integration = integration }

  /// The records of some ids, in any order; unknown ones are left out.
  public func facts(
    _ mapping: BoundMapping, _ side: Side, ids: [Guid]
  ) async throws(StoreFailure) -> [RecordFacts] {
    try await Self.facts(mapping.type, mapping, side, ids, integration)
  }

  /// The ids of Sales records with one of these names or numbers, in any order.
  public func salesIDs(
    named names: [String], _ mapping: BoundMapping
  ) async throws(StoreFailure) -> [Guid] {
    try await Self.salesIDs(mapping.type, names, integration)
  }

  private static func facts<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ side: Side, _ ids: [Guid],
    _ integration: Integration
  ) async throws(StoreFailure) -> [RecordFacts] {
    guard !ids.isEmpty else { return [] }
    let values = integration.run
    let filter = FilterInForce<Mapping>(mapping.policy, values, integration)
    switch side {
    case .bc:
      var records = try await integration.bc.records(Mapping.BCRecord.self, ids: ids)
      try await FigureFiller(integration, values, isUsed: Mapping.readsFigures(side))
        .fill(&records)
      return records.map { facts($0, accepted: filter.accepts($0.record)) }
    case .sales:
      var records = try await integration.sales.records(Mapping.SalesRecord.self, ids: ids)
      try await FigureFiller(integration, values, isUsed: Mapping.readsFigures(side))
        .fill(&records)
      return records.map { facts($0, accepted: filter.accepts($0.record)) }
    }
  }

  private static func facts<Record: TableRecord>(
    _ stored: StoredRecord<Record>, accepted: Bool
  ) -> RecordFacts {
    RecordFacts(
      side: Record.table.side, table: Record.table.name, id: stored.id,
      name: RecordName.of(stored.record, id: stored.id), key: stored.record.key,
      version: stored.version, company: stored.company, isWithinFilter: accepted)
  }

  private static func salesIDs<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ names: [String], _ integration: Integration
  ) async throws(StoreFailure) -> [Guid] {
    let table = Mapping.SalesRecord.table
    var found: Set<Guid> = []
    for name in RecordName.fields {
      guard let column = table.column(name) else { continue }
      let records = try await integration.sales.records(
        Mapping.SalesRecord.self, matching: [MatchColumn(column)],
        values: names.map { [.of(text: $0)] }, .all)
      found.formUnion(records.map(\.id))
    }
    return found.sorted()
  }
}

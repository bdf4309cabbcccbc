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

  /// How the two-way fields of two records stand, which are known to agree; nil where one is not
  /// there, or the mapping has none.
  public func agreed(
    _ mapping: BoundMapping, bc: Guid, sales: Guid
  ) async throws(StoreFailure) -> AgreedFields? {
    try await Self.agreed(mapping.type, bc, sales, integration)
  }

  private static func agreed<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ bc: Guid, _ sales: Guid, _ integration: Integration
  ) async throws(StoreFailure) -> AgreedFields? {
    let layout = TwoWayLayout(type)
    guard !layout.fields.isEmpty,
      let bc = try await integration.bc.records(Mapping.BCRecord.self, ids: [bc]).first,
      let sales = try await integration.sales.records(Mapping.SalesRecord.self, ids: [sales]).first
    else { return nil }
    return AgreedFields(
      layout,
      AgreedSides(
        bc: FieldDigester(Mapping.BCRecord.table, layout.fields.map(\.bc)).digests(of: bc.record),
        sales: FieldDigester(Mapping.SalesRecord.table, layout.fields.map(\.sales))
          .digests(of: sales.record)))
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
      return records.map { facts($0, filter.accepts($0.record), filter, integration) }
    case .sales:
      var records = try await integration.sales.records(Mapping.SalesRecord.self, ids: ids)
      try await FigureFiller(integration, values, isUsed: Mapping.readsFigures(side))
        .fill(&records)
      return records.map { facts($0, filter.accepts($0.record), filter, integration) }
    }
  }

  private static func facts<Record: TableRecord, Mapping: CompiledMapping>(
    _ stored: StoredRecord<Record>, _ isAccepted: Bool, _ filter: FilterInForce<Mapping>,
    _ integration: Integration
  ) -> RecordFacts {
    RecordFacts(
      side: Record.table.side, table: Record.table.name, id: stored.id,
      name: integration.name(of: stored.record, id: stored.id), key: stored.record.key,
      version: stored.version, company: stored.company, isWithinFilter: isAccepted,
      failed: isAccepted ? [] : filter.failed(stored.record))
  }

  private static func salesIDs<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ names: [String], _ integration: Integration
  ) async throws(StoreFailure) -> [Guid] {
    let table = Mapping.SalesRecord.table
    var found: Set<Guid> = []
    for name in RecordName.fields(of: integration.table(.sales, table.name)) {
      guard let column = table.column(name) else { continue }
      let records = try await integration.sales.records(
        Mapping.SalesRecord.self, matching: [MatchColumn(column)],
        values: names.map { [.of(text: $0)] }, .all)
      found.formUnion(records.map(\.id))
    }
    return found.sorted()
  }
}

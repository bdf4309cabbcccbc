import MapRuntime

/// Fields that functions of the host compute, of records that somebody looks at: as a run of a mapping
/// would see them (docs/language.md#tables, `computed`).
public struct ShownFigures: Sendable {
  private let integration: Integration

  public init(_ integration: Integration) { self.integration = integration }

  /// By record and field, what no store holds. Fields that no mapping uses have no function here.
  public func values(
    of ids: [Guid], in table: String, on side: Side
  ) async throws(StoreFailure) -> [Guid: [String: Value]] {
    guard let mapping = integration.mappings.first(where: { $0.table(side).name == table }) else {
      return [:]
    }
    return try await values(mapping.type, ids, side)
  }

  private func values<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ ids: [Guid], _ side: Side
  ) async throws(StoreFailure) -> [Guid: [String: Value]] {
    switch side {
    case .bc: try await values(Mapping.BCRecord.self, ids)
    case .sales: try await values(Mapping.SalesRecord.self, ids)
    }
  }

  private func values<Record: TableRecord>(
    _ type: Record.Type, _ ids: [Guid]
  ) async throws(StoreFailure) -> [Guid: [String: Value]] {
    let names = UnfilledFigures.names(of: Record.table, in: integration)
    guard !names.isEmpty else { return [:] }
    var records = try await integration.store(Record.table.side).records(type, ids: ids)
    try await FigureFiller<Record>(integration, integration.run, isUsed: true).fill(&records)
    var found: [Guid: [String: Value]] = [:]
    for record in records {
      let row = RecordValues(of: record.record)
      for name in names {
        if let column = Record.table.column(name) {
          found[record.id, default: [:]][name] = row[column]
        }
      }
    }
    return found
  }
}

import MapRuntime

/// Finds records by what people know of them.
public struct RecordSearch: Sendable {
  private let integration: Integration

  public init(_ integration: Integration) { self.integration = integration }

  /// The ids of BC records with these keys, in any order.
  public func bcIDs(
    keys: [String], _ mapping: BoundMapping
  ) async throws(StoreFailure) -> [Guid] {
    try await Self.bcIDs(mapping.type, keys, mapping, integration)
  }

  private static func bcIDs<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ keys: [String], _ mapping: BoundMapping, _ integration: Integration
  ) async throws(StoreFailure) -> [Guid] {
    let table = Mapping.BCRecord.table
    guard !keys.isEmpty, let description = integration.table(.bc, table.name) else { return [] }
    let columns = description.key.compactMap(table.column)
    guard columns.count == description.key.count else { return [] }
    let values = keys.map { key in
      zip(RecordKey.parts(key), columns).map { part, column in
        Self.value(part, as: table.columns[column].type)
      }
    }
    return try await integration.bc.records(
      Mapping.BCRecord.self, matching: columns.map { MatchColumn($0) }, values: values, .all
    ).map(\.id)
  }

  private static func value(_ part: String, as type: FieldType) -> Value {
    switch type {
    case .integer, .bigInteger: Int64(part).map(Value.integer) ?? .empty
    case .option: Int32(part).map { .option(OptionValue($0)) } ?? .empty
    default: .of(text: part)
    }
  }
}

import MapRuntime

/// Finds records by what people know of them.
public struct RecordSearch: Sendable {
  private let integration: Integration

  public init(_ integration: Integration) { self.integration = integration }

  /// The ids of BC records with these keys, in any order.
  public func bcIDs(
    keys: [String], _ mapping: BoundMapping
  ) async throws(StoreFailure) -> [Guid] {
    Array(try await KeyedRecords(integration).ids(of: mapping.pair.bc, keys: keys).values)
  }

  /// The keys of a mapping's BC table that a text can mean (`WrittenKey`), as couplings have them.
  public func keys(written text: String, _ mapping: BoundMapping) -> [String] {
    integration.table(.bc, mapping.pair.bc).map { table in
      WrittenKey.all(text, of: table).map(\.key)
    } ?? []
  }
}

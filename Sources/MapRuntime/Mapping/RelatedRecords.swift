/// The related records of a mapping, each found by value or missing.
public protocol RelatedRecords: Sendable {
  /// Those of the mapping, in its order.
  static var queries: [RelatedQuery] { get }
  init(reading source: inout some RelatedSource)
}

/// Supplies the record of each related query.
public protocol RelatedSource {
  mutating func record<Record: TableRecord>(_ place: Int, as type: Record.Type) -> Record?
}

/// The related records of a mapping that has none.
public struct NoRelatedRecords: RelatedRecords {
  public static var queries: [RelatedQuery] { [] }
  public init() {}
  public init(reading source: inout some RelatedSource) {}
}

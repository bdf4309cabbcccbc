import MapRuntime

/// What can be said of one record on its own (B7).
public struct RecordFacts: Hashable, Sendable {
  public let side: Side
  public let table: String
  public let id: Guid
  /// The BC key, or the Sales record's name.
  public let name: String
  /// The BC key as couplings keep it; '' on the Sales side.
  public let key: String
  public let version: RecordVersion
  public let company: Guid?
  /// Whether the mapping's filter takes it.
  public let isWithinFilter: Bool
}

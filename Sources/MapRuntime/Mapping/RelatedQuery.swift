/// How a related record is found.
public struct RelatedQuery: Sendable {
  /// The name that the mapping gives it.
  public let name: String
  public let table: RecordTable
  /// Their field and the own one that it equals.
  public let pairs: [(theirs: String, own: String)]

  public init(_ name: String, _ table: RecordTable, _ pairs: [(theirs: String, own: String)]) {
    self.name = name
    self.table = table
    self.pairs = pairs
  }
}

import MapRuntime

/// A Sales record that a lookup leads to, and from which it is followed on.
public struct FollowedRecord: Sendable {
  /// The table's place.
  public let table: Int
  /// Nil where every lookup to the table leads to it.
  public let id: Guid?
  public let values: [Int: Value]

  public init(table: Int, id: Guid?, values: [Int: Value]) {
    self.table = table
    self.id = id
    self.values = values
  }
}

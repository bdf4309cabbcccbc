/// A table whose records lead on: a lookup to it is followed before it is resolved (R E-9).
public struct FollowedTable: Hashable, Sendable {
  public let table: String
  /// The field of that table whose value takes the lookup's place; an empty one, or a record that
  /// is gone, is an empty reference.
  public let field: String

  public init(_ table: String, _ field: String) {
    self.table = table
    self.field = field
  }
}

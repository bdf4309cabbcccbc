/// A reference that a mapping translates: one for each field map with `through`.
public struct ReferenceSlot: Sendable {
  /// The field map's place in `CompiledMapping.rules`.
  public let rule: Int
  /// The mappings that may answer, in order.
  public let mappings: [String]
  public let uncoupled: Uncoupled
  /// Where a lookup leads on from a table that no mapping answers for, one step.
  public let follow: [FollowedTable]

  public init(
    rule: Int, mappings: [String], uncoupled: Uncoupled, follow: [FollowedTable] = []
  ) {
    self.rule = rule
    self.mappings = mappings
    self.uncoupled = uncoupled
    self.follow = follow
  }
}

/// A reference that a mapping translates: one for each field map with `through`, and one for the
/// header of a line.
public struct ReferenceSlot: Sendable {
  /// The field map's place in `CompiledMapping.rules`.
  public let rule: Int
  /// The mappings that may answer, in order.
  public let mappings: [String]
  /// For each of them the value of the BC field that picks its table, if one does.
  public let picks: [OptionValue?]
  public let uncoupled: Uncoupled
  /// Tables from which a Sales lookup is followed one step before it is resolved (R E-9).
  public let follow: [FollowedTable]
  /// True for the header of a line: all parts of its key are wanted.
  public let isParent: Bool

  public init(
    rule: Int, mappings: [String], picks: [OptionValue?] = [], uncoupled: Uncoupled,
    follow: [FollowedTable] = [], isParent: Bool = false
  ) {
    self.rule = rule
    self.mappings = mappings
    self.picks = picks
    self.uncoupled = uncoupled
    self.follow = follow
    self.isParent = isParent
  }
}

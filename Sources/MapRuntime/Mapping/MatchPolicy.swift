/// How uncoupled records of the two sides find each other (F4; R D-45 to D-52).
public struct MatchPolicy: Hashable, Sendable {
  /// One pair of fields that must agree.
  public struct Pair: Hashable, Sendable {
    /// The fields' names, for messages and for what setup replaced.
    public let bc: String
    public let sales: String
    /// The column in the mapping's Sales record.
    public let column: Int
    public let isCaseSensitive: Bool

    public init(bc: String, sales: String, column: Int, isCaseSensitive: Bool = false) {
      self.bc = bc
      self.sales = sales
      self.column = column
      self.isCaseSensitive = isCaseSensitive
    }
  }

  /// Tried in order; each starts afresh.
  public var groups: [[Pair]]
  public var unmatched: UnmatchedPolicy
  public var then: AfterMatch
  /// Also when an uncoupled record is synchronized (R D-10).
  public var isAutomatic: Bool

  public init(
    groups: [[Pair]], unmatched: UnmatchedPolicy = .report, then: AfterMatch = .leave,
    isAutomatic: Bool = false
  ) {
    self.groups = groups
    self.unmatched = unmatched
    self.then = then
    self.isAutomatic = isAutomatic
  }
}

import MapRuntime
import MapSource

/// Match-based coupling (F4).
public struct MatchRule: Sendable {
  /// A field map by the name of a field, or a pair of fields.
  public struct Pair: Sendable {
    public let name: Located<String>?
    public let bc: Located<String>?
    public let sales: Located<String>?
    public let isCaseSensitive: Bool
    public let span: Span
  }

  /// Pairs that must all agree.
  public struct Group: Sendable {
    public let pairs: [Pair]
    public let span: Span
  }

  public let groups: [Group]
  public let unmatched: Located<UnmatchedPolicy>?
  public let then: Located<AfterMatch>?
  public let isAutomatic: Bool
  public let span: Span
}

import MapRuntime
import MapSource

/// Match-based coupling with its fields resolved.
public struct EffectiveMatch: Sendable {
  /// Two fields that must agree.
  public struct Pair: Sendable {
    public let bc: Int
    public let sales: Int
    /// The field map whose transforms and reference apply, by place; disabled ones serve too.
    public let map: EffectiveFieldMap?
    public let isCaseSensitive: Bool
    public let span: Span
  }

  public struct Group: Sendable {
    public let pairs: [Pair]
    public let span: Span
  }

  public let groups: [Group]
  public let unmatched: UnmatchedPolicy
  public let then: AfterMatch
  public let isAutomatic: Bool
}

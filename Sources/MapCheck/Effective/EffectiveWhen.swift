import MapSource

/// A condition on records of both sides and on related records.
public struct EffectiveWhen: Sendable {
  /// What is asked of a related record, by its place in the mapping's list.
  public enum RelatedTest: Sendable {
    case exists
    case missing
    case fields(EffectiveCondition)
  }

  public var bc: EffectiveCondition?
  public var sales: EffectiveCondition?
  public var related: [(place: Int, test: RelatedTest)] = []

  public init(bc: EffectiveCondition? = nil, sales: EffectiveCondition? = nil) {
    self.bc = bc
    self.sales = sales
  }
}

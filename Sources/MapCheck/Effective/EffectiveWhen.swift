import MapRuntime
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

  /// What it asks of a side; all of it where it asks one side only.
  public func asked(of side: Side) -> EffectiveWhen {
    guard bc != nil, sales != nil else { return self }
    var when = self
    switch side {
    case .bc: when.sales = nil
    case .sales: when.bc = nil
    }
    return when
  }
}

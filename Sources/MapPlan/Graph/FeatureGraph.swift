import MapCheck

/// A graph and every feature set that gives it.
public struct FeatureGraph: Sendable {
  /// At least one; choices that matter to no graph are at their first value.
  public let features: [FeatureSet]
  public let graph: PrerequisiteGraph
}

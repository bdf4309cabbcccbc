import MapCheck

/// A checked model whose mappings can be put in order in every feature combination. Only the
/// planner makes one, so that having it proves that no mappings wait for each other.
public struct Plan: Sendable {
  public let checked: CheckedModel
  private let prerequisites: PrerequisiteForms

  init(checked: CheckedModel, prerequisites: PrerequisiteForms) {
    self.checked = checked
    self.prerequisites = prerequisites
  }

  /// The graph under a feature set, made on each call.
  public func graph(in features: FeatureSet) -> PrerequisiteGraph {
    prerequisites.graph(in: features)
  }

  /// Every graph that differs, each with the feature sets that give it; made on each call.
  public func graphs() -> [FeatureGraph] { prerequisites.graphs() }

  /// The features of a set that decide whether a mapping exists.
  public func features(deciding place: Int, in set: FeatureSet) -> [String] {
    let space = checked.features
    return space.names(
      of: set, in: space.relevant(checked.mappings[place].condition.named))
  }
}

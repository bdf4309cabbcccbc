import MapCheck
import MapSource

/// Puts the mappings of a checked model in order (F6, F9), or says which wait for each other.
public enum Planner {
  /// What planning came to.
  public typealias Output = (plan: Plan?, findings: [Finding])

  /// Looks for `prerequisite-cycle` in every feature combination; no plan where there is one.
  public static func plan(_ model: CheckedModel) -> Output {
    let prerequisites = PrerequisiteForms(model)
    let findings = CircleSearch.circles(of: prerequisites)
      .map { CircleFinding($0, in: model).finding }
      .sorted(by: Finding.inOrder)
    guard findings.isEmpty else { return (nil, findings) }
    return (Plan(checked: model, prerequisites: prerequisites), [])
  }

  /// The waves of a model: one graph for each that differs, with the feature sets that give it.
  public static func graphs(_ model: CheckedModel) -> [FeatureGraph] {
    PrerequisiteForms(model).graphs()
  }
}

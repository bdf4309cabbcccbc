import MapCheck
import MapSource

/// Puts the mappings of a checked model in order (F6, F9), or says which wait for each other.
public enum Planner {
  /// What planning came to.
  public typealias Output = (plan: Plan?, findings: [Finding])

  /// Looks for `prerequisite-cycle` in every feature combination, whatever else is wrong.
  /// - Parameter checked: the same model where nothing is wrong with it; no plan without it, or
  ///   where there is a cycle.
  public static func plan(_ model: ResolvedModel, _ checked: CheckedModel?) -> Output {
    let prerequisites = PrerequisiteForms(model)
    let findings = CircleSearch.circles(of: prerequisites)
      .map { CircleFinding($0, in: model).finding }
      .sorted(by: Finding.inOrder)
    guard findings.isEmpty, let checked else { return (nil, findings) }
    return (Plan(checked: checked, prerequisites: prerequisites), [])
  }
}

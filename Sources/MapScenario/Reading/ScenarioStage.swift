/// When something is said in a scenario.
enum ScenarioStage: Hashable, Comparable, Sendable {
  case given
  /// From 0.
  case step(Int)
  case then
}

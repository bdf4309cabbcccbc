import MapRuntime

/// Runs a scenario in a world: what is given, what happens, and what is then true.
public enum ScenarioRunner {
  /// Where it did not come out as it says. A step that does not go as it says ends it: what
  /// follows would only repeat the reason.
  public static func run(
    _ scenario: Scenario, in world: some ScenarioWorld
  ) async -> [ScenarioDifference] {
    var run = ScenarioRun(scenario, world)
    if let difference = await run.prepare() { return [difference] }
    for place in scenario.steps.indices {
      let differences = await run.step(place)
      if !differences.isEmpty { return differences }
    }
    do {
      return try await run.differences(scenario.then)
    } catch {
      return [ScenarioDifference(at: "then", expected: "an answer", found: error.sentence)]
    }
  }
}

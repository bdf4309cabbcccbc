import MapRuntime
import MapSetup

/// A test of the whole: records, what happens, and what must then be true (README.md#scenarios).
public struct Scenario: Sendable {
  /// As its file names it.
  public let name: String
  /// Features, settings and policies.
  public let choices: RunChoices
  /// The clock at the start.
  public let now: DateTimeValue
  public let given: [ScenarioRecord]
  public let coupled: [ScenarioCoupling]
  /// The options that couplings name, by what the scenario calls them.
  public let options: [String: ScenarioOption]
  public let steps: [ScenarioStep]
  public let then: ScenarioExpectation
}

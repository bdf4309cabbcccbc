import MapRuntime

/// A value in a scenario: plain, or another record by the name that the scenario gives it.
public enum ScenarioValue: Hashable, Sendable {
  case value(Value)
  case record(String)
}

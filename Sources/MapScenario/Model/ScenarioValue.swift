import MapRuntime

/// A value in a scenario: plain, another record by the name that the scenario gives it, or an option
/// by its label.
public enum ScenarioValue: Hashable, Sendable {
  case value(Value)
  case record(String)
  /// An option of an open field that the table's file does not describe: it is made at run time.
  case label(String)
}

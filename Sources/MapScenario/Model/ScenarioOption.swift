import MapRuntime

/// An option that a scenario couples, by its label: the partner of a record that becomes an option.
public struct ScenarioOption: Sendable {
  public let label: String
  /// The field that has it, and its table.
  public let field: FieldDescription
  public let table: String
  /// Where the options are records for the engine.
  public let records: String
}

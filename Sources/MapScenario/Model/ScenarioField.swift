import MapRuntime

/// A field of a record and its value.
public struct ScenarioField: Sendable {
  public let field: FieldDescription
  public let value: ScenarioValue

  public init(_ field: FieldDescription, _ value: ScenarioValue) {
    self.field = field
    self.value = value
  }
}

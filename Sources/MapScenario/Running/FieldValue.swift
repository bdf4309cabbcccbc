import MapRuntime

/// A field of a record and the value that it gets, by name; no record of a run comes this way.
public struct FieldValue: Hashable, Sendable {
  public let field: String
  public let value: Value

  public init(_ field: String, _ value: Value) {
    self.field = field
    self.value = value
  }
}

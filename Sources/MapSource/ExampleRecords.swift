/// The records of a counterexample, field by field as an author would write them.
public struct ExampleRecords: Hashable, Sendable {
  /// A field and its value in YAML's words.
  public struct FieldValue: Hashable, Sendable {
    public let field: String
    public let value: String

    public init(_ field: String, _ value: String) {
      self.field = field
      self.value = value
    }
  }

  public var bc: [FieldValue]
  public var sales: [FieldValue]

  public init(bc: [FieldValue] = [], sales: [FieldValue] = []) {
    self.bc = bc
    self.sales = sales
  }
}

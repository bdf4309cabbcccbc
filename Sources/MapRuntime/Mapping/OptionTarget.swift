/// The option field that an option mapping fills (F7; R A-3, D-52).
public struct OptionTarget: Hashable, Sendable {
  /// A table and its option field.
  public struct Field: Hashable, Sendable {
    public let table: String
    public let field: String

    public init(_ table: String, _ field: String) {
      self.table = table
      self.field = field
    }
  }

  public let field: Field
  /// The same options on other tables (R K-18).
  public let copies: [Field]

  public init(_ field: Field, copies: [Field] = []) {
    self.field = field
    self.copies = copies
  }
}

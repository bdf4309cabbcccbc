import MapSource

/// A value that is read with the row from another table.
public struct Join: Sendable {
  public let table: Located<String>
  /// Empty where the table has one record, which everything reads.
  public let on: [Reference.KeyPair]
  public let latest: Located<String>?
  public let until: Located<Literal>?
  public let field: Located<String>
}

/// The header that a line belongs to (docs/language.md#tables, lines).
public struct ParentDescription: Hashable, Sendable {
  /// A value of the parent that no own field says.
  public struct Fixed: Hashable, Sendable {
    public let theirs: String
    public let value: Value

    public init(_ theirs: String, _ value: Value) {
      self.theirs = theirs
      self.value = value
    }
  }

  public let table: String
  /// The parent's key fields and the own ones; on the Sales side one own lookup, theirs ''.
  public let by: [KeyPair]
  public let fixed: [Fixed]

  public init(_ table: String, by: [KeyPair], fixed: [Fixed] = []) {
    self.table = table
    self.by = by
    self.fixed = fixed
  }
}

/// A table whose changes count as changes of a figure.
public struct ChangeDescription: Hashable, Sendable {
  public let table: String
  public let on: [KeyPair]

  public init(_ table: String, on: [KeyPair]) {
    self.table = table
    self.on = on
  }
}

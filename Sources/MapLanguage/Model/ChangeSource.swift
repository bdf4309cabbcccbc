import MapSource

/// A table whose changes count as changes of a figure.
public struct ChangeSource: Sendable {
  public let table: Located<String>
  public let on: [Reference.KeyPair]
}

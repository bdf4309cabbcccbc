import MapSource

/// A field and the value that it gets or has.
public struct Assignment: Sendable {
  public let field: Located<String>
  public let value: Located<Literal>
}

/// How far the changes of a table were read; opaque but to the store that gave it.
public struct ChangeMark: Hashable, Sendable {
  public let text: String

  public init(_ text: String) { self.text = text }
}

/// A field of another table and the own one that it equals.
public struct KeyPair: Hashable, Sendable {
  public let theirs: String
  public let own: String

  public init(_ theirs: String, _ own: String) {
    self.theirs = theirs
    self.own = own
  }
}

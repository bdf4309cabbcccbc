import MapSource

/// Values of one field and what they become in the other.
public struct ValueMap: Sendable {
  /// A value of the BC side and its partners: the first is written, all are read.
  public struct Pair: Sendable {
    public let source: Located<Literal>
    public let targets: [Located<Literal>]
  }

  public enum Otherwise: Sendable {
    case keep
    case refuse
    case value(Located<Literal>)
  }

  public let pairs: [Pair]
  public let otherwise: Located<Otherwise>?
  public let span: Span
}

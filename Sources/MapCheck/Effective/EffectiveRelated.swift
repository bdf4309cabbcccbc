import MapLanguage
import MapRuntime

/// A related record with its table and fields found.
public struct EffectiveRelated: Sendable {
  /// A field of theirs that equals one of this mapping's record on the other side.
  public struct Pair: Sendable {
    public let theirs: Int
    public let own: Int
  }

  public let name: String
  public let side: Side
  public let table: Int
  public let pairs: [Pair]
}

import MapRuntime
import MapSource

/// One other record that is found by value.
public struct RelatedRecord: Sendable {
  public let name: Located<String>
  public let side: Side
  public let table: Located<String>
  /// Their field, and the field of this mapping's record on the other side of the comparison.
  public let `where`: [Reference.KeyPair]
}

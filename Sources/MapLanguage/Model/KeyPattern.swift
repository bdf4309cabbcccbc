import MapSource

/// A key that is made: fixed text and a running number, `DV{00000}` (R C-38).
public struct KeyPattern: Sendable {
  public let prefix: String
  public let digits: Int
  public let suffix: String
  public let span: Span

  /// The length of every key made from it.
  public var length: Int { prefix.utf16.count + digits + suffix.utf16.count }
}

import MapSource

/// The header that a line belongs to.
public struct TableParent: Sendable {
  /// The parent's field and the line's own; on the Sales side one lookup of the line alone.
  public struct Link: Sendable {
    public let theirs: Located<String>?
    public let own: Located<String>
  }

  public let table: Located<String>
  public let links: [Link]
  /// Values of the parent that no own field says.
  public let `where`: [Assignment]
  public let span: Span
}

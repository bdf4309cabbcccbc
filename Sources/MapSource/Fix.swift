/// Byte edits that answer a finding.
public struct Fix: Hashable, Sendable {
  /// The text that takes the place of a span.
  public struct Edit: Hashable, Sendable {
    public let span: Span
    public let text: String

    public init(_ span: Span, _ text: String) {
      self.span = span
      self.text = text
    }
  }

  /// True where nothing else could have been meant; `--fix` applies only these.
  public let certain: Bool
  public let edits: [Edit]

  public init(certain: Bool, edits: [Edit]) {
    self.certain = certain
    self.edits = edits
  }
}

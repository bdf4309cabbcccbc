import MapSource

/// Whether a mapping may create on one side, and what limits it by itself (F15).
public struct CreateRule: Sendable {
  public let isPermitted: Bool
  public let enabledBy: Located<String>?
  public let when: When?
  public let span: Span

  /// A rule that could not be read: it may well permit.
  public static func unread(at span: Span) -> CreateRule {
    CreateRule(isPermitted: true, enabledBy: nil, when: nil, span: span)
  }
}

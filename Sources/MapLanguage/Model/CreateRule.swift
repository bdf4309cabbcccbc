import MapSource

/// Whether a mapping may create on one side, and what limits it by itself (F15).
public struct CreateRule: Sendable {
  public let isPermitted: Bool
  public let enabledBy: Located<String>?
  public let when: When?
  public let span: Span
}

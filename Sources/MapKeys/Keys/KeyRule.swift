/// What one key holds, and whether it may be left out.
public struct KeyRule: Sendable {
  public let isRequired: Bool
  public let kind: ValueKind
  /// One or two sentences that an editor shows.
  public let summary: String

  public static func required(_ kind: ValueKind, _ summary: String) -> KeyRule {
    KeyRule(isRequired: true, kind: kind, summary: summary)
  }

  public static func optional(_ kind: ValueKind, _ summary: String) -> KeyRule {
    KeyRule(isRequired: false, kind: kind, summary: summary)
  }
}

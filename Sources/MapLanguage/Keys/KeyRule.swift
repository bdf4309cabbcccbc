/// What one key holds, and whether it may be left out.
struct KeyRule: Sendable {
  let isRequired: Bool
  let kind: ValueKind
  /// One or two sentences that an editor shows.
  let summary: String

  static func required(_ kind: ValueKind, _ summary: String) -> KeyRule {
    KeyRule(isRequired: true, kind: kind, summary: summary)
  }

  static func optional(_ kind: ValueKind, _ summary: String) -> KeyRule {
    KeyRule(isRequired: false, kind: kind, summary: summary)
  }
}

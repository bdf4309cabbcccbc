import MapSource

/// Where a rule stands that wrote, kept or refused something.
public struct RuleSource: Sendable {
  /// What people know it by: the fields of a field map, or the key.
  public let name: String
  public let span: Span
}

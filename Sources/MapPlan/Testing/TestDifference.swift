import MapRuntime
import MapSource

/// A field of a test's expected record that came out otherwise.
public struct TestDifference: Sendable {
  public let field: String
  /// As authors write values; '' is empty.
  public let expected: String
  public let found: String
  /// Where the expectation stands.
  public let span: Span
  /// What wrote the field last: a field map, `parent`, `write-in` or a template; nil for nothing.
  public let writer: RuleSource?
  /// Why that left it so.
  public let why: String
}

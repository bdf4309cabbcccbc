/// A record that was refused against a test's word, or was not.
public struct TestProblem: Sendable {
  /// A phrase without a full stop: `it was refused by 'too-long'`.
  public let message: String
  /// The rule that refused it.
  public let rule: RuleSource?
}

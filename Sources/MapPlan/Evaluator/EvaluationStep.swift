import MapRuntime

/// What one field map did, for `mapc try` and failing tests.
public struct EvaluationStep: Sendable {
  /// What became of the target's field.
  public enum Outcome: Hashable, Sendable {
    case written
    case cut
    case rounded
    case cleared
    /// Left as it was, and why.
    case kept(String)
    case refused(RecordRefusal.Reason)
  }

  /// The field map's place.
  public let rule: Int
  public let target: Int
  public let before: Value
  public let source: Value
  public let after: Value
  public let outcome: Outcome
}

/// How one write fails.
public enum Failing: Hashable, Sendable {
  /// The system says no.
  case refused(String)
  /// The connection broke before anything happened.
  case before(String)
  /// The connection broke after the record was written.
  case after(String)
}

/// Who writes a record.
public enum Author: Hashable, Sendable {
  /// Somebody at work in the system itself.
  case person
  /// The integration's own user: what it writes is known as ours.
  case integration
  /// The system's own logic and what tests begin with; may write what others can only read.
  case system
}

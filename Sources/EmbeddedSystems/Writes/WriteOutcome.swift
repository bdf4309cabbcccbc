import MapRuntime

/// What became of one write.
public enum WriteOutcome: Hashable, Sendable {
  case written(id: Guid, version: Int64)
  /// The record has another version.
  case stale
  case missing
  case refused(String)
  /// It failed on the way; it may have happened.
  case failed(String)
}

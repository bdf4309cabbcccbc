import MapRuntime

/// What became of one write.
public enum WriteResult: Hashable, Sendable {
  case written(id: Guid, version: RecordVersion)
  /// Somebody changed the record since it was read.
  case stale
  /// There is no such record.
  case missing
  /// The system refused it, with its reason; trying the same again is of no use.
  case refused(String)
  /// It failed on the way; it may have happened.
  case failed(String)
}

import MapRuntime

/// Which state of a record was read or written: its version, which only equality compares, when it
/// was changed, and whether by the integration's own user.
public struct RecordVersion: Hashable, Sendable {
  public let number: Int64
  public let modified: DateTimeValue
  public let isOurs: Bool
  /// The version that the integration's own user wrote last, whoever wrote since; 0 for none, nil
  /// where the store cannot tell. It says after a crash whether a write has happened (B6).
  public let lastOwn: Int64?

  @inlinable public init(
    number: Int64, modified: DateTimeValue, isOurs: Bool, lastOwn: Int64? = nil
  ) {
    self.number = number
    self.modified = modified
    self.isOurs = isOurs
    self.lastOwn = lastOwn
  }

  /// The version that our own write made which is known to have happened, whoever wrote since; one
  /// that never comes back where the store cannot tell it.
  var ofOwnWrite: RecordVersion {
    isOurs ? self : RecordVersion(number: lastOwn ?? -1, modified: modified, isOurs: true)
  }

  /// Whether somebody else has changed a record since a version that a coupling knows.
  func isChange(since known: Int64?) -> Bool { number != known && !isOurs }
}

import MapRuntime

/// Which state of a record was read or written: its version, which only equality compares, when it
/// was changed, and whether by the integration's own user.
public struct RecordVersion: Hashable, Sendable {
  public let number: Int64
  public let modified: DateTimeValue
  public let isOurs: Bool

  @inlinable public init(number: Int64, modified: DateTimeValue, isOurs: Bool) {
    self.number = number
    self.modified = modified
    self.isOurs = isOurs
  }
}

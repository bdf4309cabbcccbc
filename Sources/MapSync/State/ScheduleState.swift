import MapRuntime

/// When a mapping runs next (F8; R L-8 to L-10).
public struct ScheduleState: Hashable, Sendable {
  public var mapping: String
  public var due: DateTimeValue
  /// True while it sleeps after an empty run; a change in BC wakes it.
  public var isAsleep: Bool

  public init(mapping: String, due: DateTimeValue, isAsleep: Bool) {
    self.mapping = mapping
    self.due = due
    self.isAsleep = isAsleep
  }
}

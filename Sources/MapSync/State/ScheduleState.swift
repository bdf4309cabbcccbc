import MapRuntime

/// When a mapping runs next (F8; R L-8 to L-10).
public struct ScheduleState: Hashable, Sendable {
  public var mapping: String
  public var due: DateTimeValue
  /// True while it sleeps after an empty run; a change in BC wakes it.
  public var isAsleep: Bool
  /// The seconds that the schedule said when this was noted; nil where something else decided when
  /// it is due: a run that failed, or a change that woke it.
  public var pause: Int?

  public init(mapping: String, due: DateTimeValue, isAsleep: Bool, pause: Int? = nil) {
    self.mapping = mapping
    self.due = due
    self.isAsleep = isAsleep
    self.pause = pause
  }

  /// When it is due, where the schedule says so many seconds by now; nil where it says nothing.
  func due(every seconds: Int?) -> DateTimeValue {
    guard let pause, let seconds else { return due }
    return DateTimeValue(milliseconds: due.milliseconds + Int64(seconds - pause) * 1000)
  }
}

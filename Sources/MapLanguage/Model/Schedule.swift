import MapSource

/// When a mapping runs by itself: seconds between runs, and how long it may sleep (F8).
public struct Schedule: Sendable {
  public let every: Located<Int>?
  public let sleep: Located<Int>?
  /// Whether a change in BC ends its sleep (R A-22).
  public let wake: Located<Bool>?
  /// True for `schedule: none`.
  public let isNone: Bool
}

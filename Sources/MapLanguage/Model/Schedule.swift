import MapSource

/// When a mapping runs by itself: seconds between runs, and how long it may sleep (F8).
public struct Schedule: Sendable {
  public let every: Located<Int>?
  public let sleep: Located<Int>?
  /// True for `schedule: none`.
  public let isNone: Bool
}

import MapRuntime

/// What a scheduled run of a mapping came to.
public struct ScheduledRun: Sendable {
  public let mapping: String
  public let reports: [JobReport]
  /// Why the run as a whole stopped.
  public let failure: StoreFailure?
}

import MapRuntime

/// What a job came to.
public struct JobReport: Hashable, Sendable {
  public let id: JobID
  public let mapping: String
  public let direction: Direction
  public let counters: JobCounters
}

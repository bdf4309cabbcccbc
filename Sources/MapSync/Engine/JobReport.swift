import MapRuntime

/// What a job came to.
public struct JobReport: Hashable, Sendable {
  public let id: JobID
  public let mapping: String
  public let direction: Direction
  public let counters: JobCounters

  package init(id: JobID, mapping: String, direction: Direction, counters: JobCounters) {
    self.id = id
    self.mapping = mapping
    self.direction = direction
    self.counters = counters
  }
}

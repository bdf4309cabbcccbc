import MapRuntime

/// The number of a full synchronization.
public typealias RunID = Int64

/// A full synchronization, as it runs and as it can be looked at later (F9).
public struct FullRun: Hashable, Sendable {
  public var id: RunID
  public var started: DateTimeValue
  public var finished: DateTimeValue?
  public var lines: [FullRunLine]

  public init(
    id: RunID = 0, started: DateTimeValue, finished: DateTimeValue? = nil,
    lines: [FullRunLine]
  ) {
    self.id = id
    self.started = started
    self.finished = finished
    self.lines = lines
  }
}

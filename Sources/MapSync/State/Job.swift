import MapRuntime

/// The number of a job, in the order of their starts.
public typealias JobID = Int64

/// One run over one mapping in one direction, with its counters (R D-6, D-7; F12).
public struct Job: Hashable, Sendable {
  public enum Kind: Int, Hashable, Sendable {
    case synchronization
    case coupling
    case uncoupling
    /// Notes that travel beside the records (R F-20).
    case notes
    /// What is told on timelines (R F-15).
    case timeline
  }

  /// Who started it.
  public enum Trigger: Int, Hashable, Sendable {
    case scheduled
    case person
    case fullSynchronization
  }

  public var id: JobID
  public var mapping: String
  public var direction: Direction
  public var kind: Kind
  public var trigger: Trigger
  public var started: DateTimeValue
  public var finished: DateTimeValue?
  public var counters: JobCounters
  /// What is to say of the run as a whole.
  public var message: String?

  public init(
    id: JobID = 0, mapping: String, direction: Direction, kind: Kind = .synchronization,
    trigger: Trigger, started: DateTimeValue, finished: DateTimeValue? = nil,
    counters: JobCounters = JobCounters(), message: String? = nil
  ) {
    self.id = id
    self.mapping = mapping
    self.direction = direction
    self.kind = kind
    self.trigger = trigger
    self.started = started
    self.finished = finished
    self.counters = counters
    self.message = message
  }
}

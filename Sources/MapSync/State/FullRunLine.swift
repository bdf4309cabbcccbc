import MapRuntime

/// One mapping in a full synchronization (R J-1).
public struct FullRunLine: Hashable, Sendable {
  /// What is done with the mapping (R J-6).
  public enum Recommendation: Int, Hashable, Sendable {
    case full
    case couple
    case nothing
  }

  public enum Status: Int, Hashable, Sendable {
    case waiting
    case running
    case finished
    case failed
    /// Stopped by a person or a crash; `--resume` goes on.
    case stopped

    /// Whether nothing of the line is left to do.
    public var isOver: Bool {
      switch self {
      case .finished, .failed: true
      case .waiting, .running, .stopped: false
      }
    }
  }

  public var mapping: String
  public var wave: Int
  public var recommendation: Recommendation
  /// Why, in a sentence.
  public var reason: String
  public var status: Status
  public var bcCount: Int
  public var salesCount: Int
  public var done: Int
  public var failed: Int
  public var held: Int
  public var started: DateTimeValue?
  public var finished: DateTimeValue?
  /// Where each direction goes on, and the marks from which scheduled runs will.
  public var cursors: [Direction: FullRunCursor]

  public init(
    mapping: String, wave: Int, recommendation: Recommendation, reason: String,
    status: Status = .waiting, bcCount: Int = 0, salesCount: Int = 0, done: Int = 0,
    failed: Int = 0, held: Int = 0, started: DateTimeValue? = nil,
    finished: DateTimeValue? = nil, cursors: [Direction: FullRunCursor] = [:]
  ) {
    self.mapping = mapping
    self.wave = wave
    self.recommendation = recommendation
    self.reason = reason
    self.status = status
    self.bcCount = bcCount
    self.salesCount = salesCount
    self.done = done
    self.failed = failed
    self.held = held
    self.started = started
    self.finished = finished
    self.cursors = cursors
  }
}

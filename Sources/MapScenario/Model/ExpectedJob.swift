import MapSync

/// The last job of a mapping, direction and type, with the counters that matter.
public struct ExpectedJob: Hashable, Sendable {
  /// One of the counters.
  public enum Counter: String, Hashable, Sendable, CaseIterable {
    case inserted, modified, deleted, unchanged, skipped, held, failed, coupled, uncoupled

    /// What a job says.
    public func value(in counters: JobCounters) -> Int {
      switch self {
      case .inserted: counters.inserted
      case .modified: counters.modified
      case .deleted: counters.deleted
      case .unchanged: counters.unchanged
      case .skipped: counters.skipped
      case .held: counters.held
      case .failed: counters.failed
      case .coupled: counters.coupled
      case .uncoupled: counters.uncoupled
      }
    }
  }

  /// Which job is meant.
  public struct Subject: Hashable, Sendable {
    public let mapping: String
    public let direction: ScenarioDirection
    public let type: ScenarioJobType

    public init(
      _ mapping: String, _ direction: ScenarioDirection, _ type: ScenarioJobType = .synchronization
    ) {
      self.mapping = mapping
      self.direction = direction
      self.type = type
    }
  }

  public let subject: Subject
  public let counters: [Counter: Int]

  public init(_ subject: Subject, _ counters: [Counter: Int]) {
    self.subject = subject
    self.counters = counters
  }
}

import MapRuntime

/// What a job came to.
public struct JobReport: Hashable, Sendable {
  public let id: JobID
  public let mapping: String
  public let direction: Direction
  public let counters: JobCounters
  /// What is to say of the job as a whole, as it is kept with it.
  public let message: String?
  /// The records that somebody chose and that it left as they were.
  public let passedOver: [PassedOver]
  /// The jobs that it called for, or that came before it on its tables: records that others need first,
  /// partners that are made again, what a crash left open.
  public let inner: [JobReport]

  package init(
    id: JobID, mapping: String, direction: Direction, counters: JobCounters,
    message: String? = nil, passedOver: [PassedOver] = [], inner: [JobReport] = []
  ) {
    self.id = id
    self.mapping = mapping
    self.direction = direction
    self.counters = counters
    self.message = message
    self.passedOver = passedOver
    self.inner = inner
  }

  /// It and all that ran inside it, in the order of their starts.
  public var whole: [JobReport] {
    inner.isEmpty ? [self] : ([self] + inner.flatMap(\.whole)).sorted { $0.id < $1.id }
  }

  /// The same of records that nobody named.
  var ofUnnamed: JobReport {
    JobReport(
      id: id, mapping: mapping, direction: direction, counters: counters, message: message,
      inner: inner)
  }

  /// The same with what ran inside it.
  func with(_ inner: [JobReport]) -> JobReport {
    JobReport(
      id: id, mapping: mapping, direction: direction, counters: counters, message: message,
      passedOver: passedOver, inner: self.inner + inner)
  }
}

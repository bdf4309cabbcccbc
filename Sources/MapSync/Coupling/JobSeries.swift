import MapRuntime

/// Jobs that go on over many pages of one command, a job for each mapping and direction: what goes with
/// the couplings of another mapping, or is deleted.
public struct JobSeries: Sendable {
  private struct Part {
    var report: JobReport
    /// What is to say of the job.
    let text: String
    /// The names of the records with which something was done; nil where the text says none.
    var names: [String]?

    /// What is said of the job, with the first of its records; nothing where there are none to name.
    var message: String? {
      guard let names else { return text }
      if names.isEmpty { return nil }
      let more = names.count - JobSeries.named
      let listed = names.prefix(JobSeries.named).joined(separator: ", ")
      return "\(text): \(listed)" + (more > 0 ? " and \(more) more" : "")
    }
  }

  /// So many records are named in the words of a job at most.
  private static let named = 10
  private var parts: [Part] = []

  public init() {}

  /// In the order in which they began.
  public var reports: [JobReport] { parts.map(\.report) }

  /// The job of a mapping, begun where it has none yet.
  ///
  /// - Parameters:
  ///   - message: What is to say of the job.
  ///   - isNamed: It is said with the names of the records, and not where there are none.
  mutating func job(
    _ mapping: BoundMapping, _ direction: Direction, message: String, isNamed: Bool = false,
    _ integration: Integration
  ) async throws(StoreFailure) -> JobID {
    let known = reports.first { $0.mapping == mapping.name && $0.direction == direction }
    if let known { return known.id }
    let said = isNamed ? nil : message
    let id = try await integration.begin(
      Job(
        mapping: mapping.name, direction: direction, kind: .uncoupling, trigger: .person,
        started: integration.clock(), message: said))
    let report = JobReport(
      id: id, mapping: mapping.name, direction: direction, counters: JobCounters(), message: said)
    parts.append(Part(report: report, text: message, names: isNamed ? [] : nil))
    return id
  }

  /// Counts what a page came to; the job is over, unless another page follows.
  ///
  /// - Parameter done: The names of the records with which something was done.
  mutating func end(
    _ job: JobID, _ counters: JobCounters, done: [String] = [], passedOver: [PassedOver] = [],
    _ integration: Integration
  ) async throws(StoreFailure) {
    guard let place = parts.firstIndex(where: { $0.report.id == job }) else { return }
    parts[place].names? += done
    let message = parts[place].message
    try await integration.state.finishJob(job, at: integration.clock(), message: message)
    let report = parts[place].report
    var sum = report.counters
    sum += counters
    parts[place].report = JobReport(
      id: job, mapping: report.mapping, direction: report.direction, counters: sum,
      message: message, passedOver: report.passedOver + passedOver)
  }
}

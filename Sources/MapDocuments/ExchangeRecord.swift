import MapRuntime
import MapSync

/// What is remembered of one run of a job beside a mapping. Only a run that did something is in the
/// list of jobs: there is one every few minutes.
struct ExchangeRecord {
  private let job: DocumentJob
  private let direction: Direction
  private let integration: Integration
  private var id: JobID?
  private var counters = JobCounters()

  init(_ job: DocumentJob, _ direction: Direction, _ integration: Integration) {
    self.job = job
    self.direction = direction
    self.integration = integration
  }

  /// Records what a page came to, and how far the job has come with it.
  /// - Parameter events: For the history of records, without their job.
  mutating func page(
    _ couplings: [Coupling], of pair: TablePair, _ done: JobCounters, _ events: [HistoryEvent],
    _ mark: MarkMove?
  ) async throws(StoreFailure) {
    guard !couplings.isEmpty || done.didSomething || !events.isEmpty else {
      if let mark { try await integration.state.move(mark, job.name, direction) }
      return
    }
    var outcome = PageOutcome(
      job: try await begun(), mapping: job.name, pair: pair, direction: direction,
      at: integration.clock())
    outcome.couplings = couplings
    outcome.counters = done
    outcome.events = events.map { event in
      var event = event
      event.job = outcome.job
      return event
    }
    outcome.mark = mark
    counters += try await integration.state.record(outcome).counters
  }

  /// The report of a run that did something.
  func finish() async throws(StoreFailure) -> JobReport? {
    guard let id else { return nil }
    return try await integration.end(
      JobReport(
        id: id, mapping: job.mapping.name, direction: direction, counters: counters))
  }

  private mutating func begun() async throws(StoreFailure) -> JobID {
    if let id { return id }
    let id = try await integration.begin(
      Job(
        mapping: job.mapping.name, direction: direction, kind: job.kind, trigger: .scheduled,
        started: integration.clock()))
    self.id = id
    return id
  }
}

import MapRuntime
import Synchronization

/// Jobs that ran inside another one, or before it on the tables that it holds. Whoever runs a job begins
/// it by `Integration.begin` and ends it by `Integration.end`; then it is told with the job around it, by
/// every command, and says who started that.
final class InnerJobs: Sendable {
  private let reports: Mutex<[JobReport]>

  init(_ reports: [JobReport] = []) { self.reports = Mutex(reports) }

  func note(_ report: JobReport) { reports.withLock { $0.append(report) } }

  /// Those that nobody has told yet, in the order of their ends.
  func take() -> [JobReport] {
    reports.withLock { reports in
      defer { reports = [] }
      return reports
    }
  }
}

/// Jobs that ran inside others while a pair of tables was held: what failed in one of them is not tried
/// once more by the run around it, and so does not rest after one run (R D-36).
final class TriedJobs: Sendable {
  private let ids = Mutex<Set<JobID>>([])

  func note(_ id: JobID) { ids.withLock { _ = $0.insert(id) } }

  func contains(_ id: JobID?) -> Bool { id.map { id in ids.withLock { $0.contains(id) } } ?? false }
}

extension Integration {
  /// Whether what works with it runs inside a job.
  var isInside: Bool { depth > 0 }

  /// The same for all that runs inside a job.
  func inside(_ trigger: Job.Trigger) -> Integration {
    var integration = startedBy(trigger)
    integration.inner = InnerJobs()
    integration.depth += 1
    return integration
  }

  /// The same for jobs that somebody started who stands above all of them.
  func startedBy(_ trigger: Job.Trigger) -> Integration {
    var integration = self
    integration.starter = starter ?? trigger
    return integration
  }

  /// Begins a job; inside another one it was started by whoever started that.
  package func begin(_ job: Job) async throws(StoreFailure) -> JobID {
    var job = job
    job.trigger = starter ?? job.trigger
    return try await state.startJob(job)
  }

  /// Ends a job; inside another one it is told with that.
  ///
  /// - Parameter own: What worked inside the job, where others may have run there too.
  package func end(
    _ report: JobReport, inside own: Integration? = nil
  ) async throws(StoreFailure) -> JobReport {
    let report = report.with((isInside ? [] : inner.take()) + (own?.inner.take() ?? []))
    guard !isInside else {
      try await endBefore(report)
      return report
    }
    try await state.finishJob(report.id, at: clock(), message: report.message)
    return report
  }

  /// Ends a job that makes way for others: it is told with the next one.
  package func endBefore(_ report: JobReport) async throws(StoreFailure) {
    try await state.finishJob(report.id, at: clock(), message: report.message)
    inner.note(report)
    tried.note(report.id)
  }
}

import ArgumentParser
import MapSync

extension FormatOption {
  /// Writes what some runs came to, with the records that did not go through; exit 1 if any failed.
  func report(
    _ reports: [JobReport], _ integration: Integration, failures: [FailureAnswer] = []
  ) async throws {
    var entries: [Entry] = []
    for report in reports
    where report.counters.failed + report.counters.held + report.counters.skipped > 0 {
      entries += try await integration.state.entries(EntryQuery(job: report.id, limit: 20))
    }
    let answer = JobAnswer(reports, entries: entries, failures: failures)
    try write(answer, text: answer.text)
    if answer.hasFailures { throw ExitCode(1) }
  }
}

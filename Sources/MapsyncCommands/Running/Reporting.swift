import ArgumentParser
import MapSync

extension FormatOption {
  /// Writes what some runs came to, with the records that did not go through and the names that mean
  /// none; exit 1 if there are any of these, any failed, or a record that somebody chose was left as
  /// it was.
  func report(
    _ reports: [JobReport], _ integration: Integration, failures: [FailureAnswer] = [],
    unknown: [UnknownRecord] = [], remarks: [RemarkAnswer] = []
  ) async throws {
    var entries: [EntryAnswer] = []
    var more: [JobAnswer.More] = []
    for report in reports.flatMap(\.whole)
    where report.counters.failed + report.counters.held + report.counters.skipped > 0 {
      let met = try await EntryListAnswer(
        EntryQuery(job: report.id, limit: 20), integration.state)
      for entry in met.entries { entry.add(to: &entries) }
      if met.more > 0 { more.append(JobAnswer.More(job: report.id, count: met.more)) }
    }
    // What is there already is said once.
    var passed: [PassedOver] = []
    for record in reports.flatMap(\.whole).flatMap(\.passedOver)
    where remarks.isEmpty || !record.isDone {
      // Both directions of a merge leave a record out for one reason.
      let isTold = passed.contains { $0.id == record.id && $0.message == record.message }
      if !isTold { passed.append(record) }
    }
    let answer = JobAnswer(
      reports, entries: entries, more: more, failures: failures, unknown: unknown,
      remarks: remarks
        + passed.map { RemarkAnswer(record: $0.name, message: $0.message, isDone: $0.isDone) })
    try write(answer, text: answer.text)
    if answer.hasFailures { throw ExitCode(1) }
  }
}

import MapRuntime
import MapSync

/// What some runs came to.
struct JobAnswer: Encodable {
  struct Run: Encodable {
    let job: Int64
    let mapping: String
    let direction: String
    let counters: CountersAnswer
  }

  let version = 1
  let runs: [Run]
  let entries: [EntryAnswer]
  /// Why whole mappings could not run.
  let failures: [FailureAnswer]

  init(_ reports: [JobReport], entries: [Entry], failures: [FailureAnswer] = []) {
    runs = reports.map {
      Run(
        job: $0.id, mapping: $0.mapping, direction: $0.direction.name,
        counters: CountersAnswer($0.counters))
    }
    self.entries = entries.map(EntryAnswer.init)
    self.failures = failures
  }

  /// Records failed, or whole mappings did.
  var hasFailures: Bool { !failures.isEmpty || runs.contains { $0.counters.failed > 0 } }

  var text: String {
    var text = ""
    if runs.isEmpty && failures.isEmpty { return "nothing to do\n" }
    var table = TextTable(
      [.text("MAPPING"), .text("DIRECTION"), .number("JOB")] + CountersAnswer.columns)
    for run in runs {
      table.add([run.mapping, run.direction, String(run.job)] + run.counters.cells)
    }
    text += table.text
    for failure in failures { text += "\(failure.mapping): \(failure.message)\n" }
    if !entries.isEmpty { text += "\n" + EntryAnswer.text(entries) }
    return text
  }
}

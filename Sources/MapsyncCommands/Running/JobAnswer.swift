import MapRuntime
import MapSync

/// What some runs came to.
struct JobAnswer: Encodable {
  struct Run: Encodable {
    let job: Int64
    let mapping: String
    let direction: String
    let counters: CountersAnswer
    /// What is to say of the job as a whole.
    let message: String?
  }

  /// How many more a run met than are shown.
  struct More: Encodable {
    let job: Int64
    let count: Int
  }

  let version = 1
  let runs: [Run]
  let entries: [EntryAnswer]
  let more: [More]
  /// Why whole mappings could not run.
  let failures: [FailureAnswer]
  /// What was named and could not be taken.
  let unknown: [UnknownRecord]
  /// What is to say of records on which nothing was to be done.
  let remarks: [RemarkAnswer]

  /// Whether a record did not go through, also one that rests by now.
  private let hasFailed: Bool

  private enum CodingKeys: String, CodingKey {
    case version, runs, entries, more, failures, unknown, remarks
  }

  /// - Parameter reports: The jobs that ran inside them are told too.
  init(
    _ reports: [JobReport], entries: [EntryAnswer], more: [More] = [],
    failures: [FailureAnswer] = [],
    unknown: [UnknownRecord] = [], remarks: [RemarkAnswer] = []
  ) {
    self.remarks = remarks
    let reports = reports.flatMap(\.whole)
    hasFailed = reports.contains { $0.counters.failures > 0 }
    runs = reports.map {
      Run(
        job: $0.id, mapping: $0.mapping, direction: $0.direction.name,
        counters: CountersAnswer($0.counters), message: $0.message)
    }
    self.entries = entries
    self.more = more
    self.failures = failures
    self.unknown = unknown
  }

  /// Records failed, whole mappings did, a name means nothing, or an order was not carried out.
  var hasFailures: Bool {
    !failures.isEmpty || !unknown.isEmpty || hasFailed
      || remarks.contains { !$0.isDone }
  }

  var text: String {
    var text = ""
    if runs.isEmpty && failures.isEmpty && unknown.isEmpty && remarks.isEmpty {
      return "nothing to do\n"
    }
    var table = TextTable(
      [.word("MAPPING"), .text("DIRECTION"), .number("JOB")] + CountersAnswer.columns)
    for run in runs {
      table.add([run.mapping, run.direction, String(run.job)] + run.counters.cells)
    }
    if !runs.isEmpty { text += table.text }
    for run in runs {
      if let message = run.message {
        text += AnswerLines.text(["\(run.mapping): \(message) [job \(run.job)]"])
      }
    }
    text += AnswerLines.text(
      failures.map { "\($0.mapping): \($0.message)" }
        + remarks.map { "\($0.record): \($0.message)" } + unknown.map(\.message))
    if !entries.isEmpty { text += "\n" + EntryAnswer.text(entries) }
    for more in more { text += ListOptions.more(more.count, "'mapsync jobs --id \(more.job)'") }
    return text
  }
}

import MapRuntime
import MapSync

/// Jobs as a list.
struct JobListAnswer: Encodable {
  struct Line: Encodable {
    let job: Int64
    let mapping: String
    let direction: String
    let type: String
    let startedBy: String
    let started: String
    /// Nil while it runs, or where a crash ended it.
    let finished: String?
    let counters: CountersAnswer
    let message: String?

    init(_ job: Job) {
      self.job = job.id
      mapping = job.mapping
      direction = job.direction.name
      type = job.kind.name
      startedBy = job.trigger.name
      started = job.started.description
      finished = job.finished?.description
      counters = CountersAnswer(job.counters)
      message = job.message
    }
  }

  let version = 1
  let jobs: [Line]
  /// What the only job met, whatever came later.
  let entries: [EntryAnswer]
  /// How many more jobs there are, or more that the job met.
  let more: Int

  init(_ jobs: [Job], entries: [EntryAnswer] = [], more: Int = 0) {
    self.jobs = jobs.map(Line.init)
    self.entries = entries
    self.more = more
  }

  var text: String {
    guard !jobs.isEmpty else { return "no jobs yet\n" }
    let table = table.fits(Terminal.width) ? table : narrowTable
    return table.text + (entries.isEmpty ? "" : "\n" + EntryAnswer.text(entries))
      + ListOptions.more(more)
  }

  private static let columns: [TextTable.Column] = [
    .number("JOB"), .moment("STARTED"), .word("MAPPING"), .text("DIRECTION"), .text("TYPE"),
    .text("BY"),
  ]

  private var table: TextTable {
    var table = TextTable(
      Self.columns + CountersAnswer.columns + [.sentence("MESSAGE")])
    for job in jobs { table.add(job.cells + job.counters.cells + [job.remark ?? ""]) }
    return table
  }

  /// The same with the counters in words, for a terminal that is too narrow for their columns.
  private var narrowTable: TextTable {
    var table = TextTable(Self.columns + [.sentence("WHAT")])
    for job in jobs {
      let counters = CountersText.of(job.counters)
      table.add(job.cells + [job.remark.map { "\(counters): \($0)" } ?? counters])
    }
    return table
  }
}

extension JobListAnswer.Line {
  fileprivate var cells: [String] {
    [String(job), started, mapping, direction, type, startedBy]
  }

  fileprivate var remark: String? { finished == nil ? "not finished" : message }
}

extension Job.Kind {
  /// The word that scenarios use (README.md#scenarios).
  var name: String {
    switch self {
    case .synchronization: "synchronization"
    case .coupling: "coupling"
    case .uncoupling: "uncoupling"
    case .notes: "notes"
    case .timeline: "timeline"
    }
  }
}

extension Job.Trigger {
  var name: String {
    switch self {
    case .scheduled: "schedule"
    case .person: "person"
    case .fullSynchronization: "full"
    }
  }
}

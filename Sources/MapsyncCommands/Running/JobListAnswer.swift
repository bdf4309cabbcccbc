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
  let entries: [EntryAnswer]

  init(_ jobs: [Job], entries: [Entry] = []) {
    self.jobs = jobs.map(Line.init)
    self.entries = entries.map(EntryAnswer.init)
  }

  var text: String {
    guard !jobs.isEmpty else { return "no jobs yet\n" }
    var table = TextTable(
      [
        .number("JOB"), .text("STARTED"), .text("MAPPING"), .text("DIRECTION"), .text("TYPE"),
        .text("BY"),
      ] + CountersAnswer.columns + [.text("MESSAGE")])
    for job in jobs {
      table.add(
        [String(job.job), job.started, job.mapping, job.direction, job.type, job.startedBy]
          + job.counters.cells + [job.finished == nil ? "not finished" : job.message ?? ""])
    }
    return table.text + (entries.isEmpty ? "" : "\n" + EntryAnswer.text(entries))
  }
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

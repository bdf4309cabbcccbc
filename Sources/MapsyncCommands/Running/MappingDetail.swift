import MapRuntime
import MapSync

/// One mapping in detail (F10).
struct MappingDetail: Encodable {
  struct Rule: Encodable {
    let name: String
    /// The YAML file and line.
    let place: String
  }

  let version = 1
  let mapping: MappingLine
  let file: String
  let prerequisites: [String]
  let parent: String?
  /// How long it sleeps at most after a run that found nothing to do.
  let sleepSeconds: Int?
  /// By side, as the store is asked.
  let filters: [String: String]
  let outsideFilter: String
  let updateConflict: String
  let conflictBy: String
  let deleteConflict: String
  let fields: [Rule]
  let jobs: [JobListAnswer.Line]
  let entries: [EntryAnswer]
  let moreEntries: Int

  init(_ mapping: BoundMapping, _ integration: Integration) async throws(StoreFailure) {
    let policy = mapping.policy
    self.mapping = try await MappingLine(mapping, integration)
    file = policy.file
    prerequisites = policy.prerequisites
    parent = policy.parent
    sleepSeconds = policy.every == nil ? nil : policy.sleep
    var filters: [String: String] = [:]
    for side in Side.allCases {
      let filter =
        policy.filters[side]
        ?? Self.filter(
          mapping.type, side, RunValues(now: integration.clock(), settings: integration.settings))
      if !filter.isEmpty {
        filters[side.name] = ConditionText.of(
          filter, integration.table(side, mapping.table(side).name))
      }
    }
    self.filters = filters
    outsideFilter = policy.outsideFilter == .follow ? "follow" : "skip"
    updateConflict = policy.conflict.update.rawValue
    conflictBy = policy.conflict.by.rawValue
    deleteConflict = policy.conflict.delete.rawValue
    fields = mapping.type.rules.map { Rule(name: $0.name, place: "\(policy.file):\($0.line)") }
    jobs = try await integration.state.jobs(JobQuery(mapping: mapping.name, limit: 5))
      .map(JobListAnswer.Line.init)
    let last = try await EntryListAnswer(
      EntryQuery(mapping: mapping.name, limit: 10), integration.state)
    entries = last.entries
    moreEntries = last.more
  }

  private static func filter<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ side: Side, _ values: RunValues
  ) -> RowCondition { Mapping.filter(side, values) }

  var text: String {
    var lines = [
      "\(mapping.mapping): \(mapping.bc) and \(mapping.sales), \(mapping.direction) (\(file))",
      "scope \(mapping.scope), creates \(Self.listed(mapping.creates)), "
        + "\(Numbers.count(mapping.couplings, "coupling"))",
      "needs first: \(Self.listed(prerequisites))" + (parent.map { "; lines of \($0)" } ?? ""),
      "on a conflict: update \(updateConflict) by \(conflictBy), delete \(deleteConflict); "
        + "outside its filter: \(outsideFilter)",
    ]
    if mapping.older > 0 { lines.append(OlderText.sentence(mapping.mapping, mapping.older)) }
    for (side, filter) in filters.sorted(by: { $0.key < $1.key }) {
      lines.append("filter on \(side): \(filter)")
    }
    let schedule =
      mapping.everySeconds.map { "every \(Durations.text(seconds: $0))" }
      ?? (parent.map { "none, it runs with \($0)" } ?? "none")
    let sleep = sleepSeconds.map {
      ", up to \(Durations.text(seconds: $0)) after a run with nothing to do"
    }
    lines.append(
      "schedule: \(schedule)\(sleep ?? "")" + (mapping.nextRun.map { ", next \($0)" } ?? "")
        + (mapping.isAsleep ? ", asleep" : ""))
    var table = TextTable([.text("FIELDS"), .text("FROM")])
    for field in fields { table.add([field.name, field.place]) }
    var text = AnswerLines.text(lines) + "\n" + table.text
    if !jobs.isEmpty {
      text += "\nlast jobs:\n"
      for job in jobs {
        text +=
          "  \(job.job)  \(job.started)  \(job.direction)  \(CountersText.of(job.counters))\n"
      }
    }
    if !entries.isEmpty { text += "\n" + EntryAnswer.text(entries) }
    let word = CommandWord.of(mapping.mapping)
    text += ListOptions.more(moreEntries, "'mapsync errors \(word) --held'")
    return text
  }

  private static func listed(_ names: [String]) -> String {
    names.isEmpty ? "nothing" : names.joined(separator: ", ")
  }
}

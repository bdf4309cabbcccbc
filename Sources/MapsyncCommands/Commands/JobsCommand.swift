import ArgumentParser
import MapSync

/// `mapsync jobs`: what ran, newest first (F12).
struct JobsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs",
    abstract: "Lists the runs with their counters, newest first.",
    discussion: """
      Example: mapsync jobs CUSTOMER --limit 5
      Example: mapsync jobs --id 17
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Argument(help: "Only those of this mapping.", completion: Completions.mapping)
  var mapping: String?

  @Option(help: "Only this job, with what failed and waited in it, whatever came later.")
  var id: Int64?

  @OptionGroup var list: ListOptions

  func run() async throws {
    let workspace = try await setup.look()
    let integration = workspace.integration
    let name = try mapping.map { try integration.required($0).name }
    let state = integration.state
    let query = JobQuery(
      mapping: name, id: id, limit: id == nil ? list.limit(unlessSaid: 20) : 1)
    let jobs = try await state.jobs(query)
    if let id, jobs.isEmpty { throw CommandFailure("there is no job \(id)") }
    let answer: JobListAnswer
    if let id {
      let met = try await EntryListAnswer(
        EntryQuery(job: id, limit: list.limit(unlessSaid: 100)), state)
      answer = JobListAnswer(jobs, entries: met.entries, more: met.more)
    } else {
      answer = JobListAnswer(jobs, more: try await state.count(query) - jobs.count)
    }
    try format.write(answer, text: answer.text)
  }
}

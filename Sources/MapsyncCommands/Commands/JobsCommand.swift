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

  @Argument(help: "Only those of this mapping.")
  var mapping: String?

  @Option(help: "Only this job, with its errors.")
  var id: Int64?

  @Option(help: "How many.")
  var limit = 20

  func run() async throws {
    let workspace = try await setup.look()
    let integration = workspace.integration
    let name = try mapping.map { try integration.required($0).name }
    let jobs = try await integration.state.jobs(
      JobQuery(mapping: name, id: id, limit: max(1, limit)))
    if let id, jobs.isEmpty { throw CommandFailure("there is no job \(id)") }
    var entries: [Entry] = []
    if let id { entries = try await integration.state.entries(EntryQuery(job: id)) }
    let answer = JobListAnswer(jobs, entries: entries)
    try format.write(answer, text: answer.text)
  }
}

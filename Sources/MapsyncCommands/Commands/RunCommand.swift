import ArgumentParser
import MapSync

/// `mapsync run`: one round of what is due (F8).
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs the mappings that are due, once.",
    discussion: """
      'mapsync serve' does the same again and again.

      Example: mapsync run
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Option(help: "Only these mappings, by commas.")
  var only: String?

  @Flag(help: "Whether they are due or not.")
  var now = false

  func run() async throws {
    let workspace = try await setup.work()
    guard let lock = try workspace.state.acquireRunner("serve") else {
      throw CommandFailure("'mapsync serve' or 'mapsync run' is at work on this state file")
    }
    defer { lock.release() }
    let integration = workspace.integration
    let names = only.map { $0.split(separator: ",").map(String.init) } ?? []
    let chosen = try integration.chosen(names)
    let runs = try await Interruption.cancelling {
      if now {
        var runs: [(mapping: String, reports: [JobReport], failure: StoreFailure?)] = []
        for mapping in chosen where mapping.isRun && !Task.isCancelled {
          do throws(StoreFailure) {
            let reports = try await Synchronizer(integration).synchronize(mapping)
            runs.append((mapping.name, reports, nil))
          } catch {
            runs.append((mapping.name, [], error))
            if error.concernsWholeStore { break }
          }
        }
        return runs
      }
      return try await Scheduler(integration).runDue().map { ($0.mapping, $0.reports, $0.failure) }
    }
    let broken = runs.compactMap(\.failure).first { $0.concernsWholeStore }
    if let broken { throw broken }
    try await format.report(
      runs.flatMap(\.reports), integration,
      failures: runs.compactMap { run in
        run.failure.map { FailureAnswer(mapping: run.mapping, message: $0.sentence) }
      })
  }

  func validate() throws {
    if only != nil && !now { throw ValidationError("--only goes with --now") }
  }
}

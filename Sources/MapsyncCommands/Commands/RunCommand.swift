import ArgumentParser
import MapSource
import MapSync

/// `mapsync run`: one round of what is due (F8).
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs the mappings that are due, once.",
    discussion: """
      'mapsync serve' does the same again and again. Ctrl-C and SIGTERM stop it after the page at \
      work: then it says so and exits 1, and what is left stays due.

      Example: mapsync run
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Option(help: "Only these mappings, by commas.", completion: Completions.mappingList)
  var only: String?

  @Flag(help: "Whether they are due or not.")
  var now = false

  func run() async throws {
    let workspace = try await setup.runs()
    guard let lock = try workspace.state.acquireRunner("serve") else {
      throw CommandFailure("'mapsync serve' or 'mapsync run' is at work on this state file")
    }
    defer { lock.release() }
    let integration = workspace.integration
    let names = only.map(NameList.names) ?? []
    let chosen = try integration.chosen(names)
    if only != nil { for mapping in chosen { try mapping.checkRuns() } }
    let (runs, signal) = try await Interruption.cancelling {
      if now {
        var runs: [(mapping: String, reports: [JobReport], failure: StoreFailure?)] = []
        for mapping in integration.withoutOwnLines(chosen)
        where mapping.isRun && !Task.isCancelled {
          do throws(StoreFailure) {
            let reports = try await Synchronizer(integration).synchronize(mapping)
            runs.append((mapping.name, reports, nil))
          } catch {
            runs.append((mapping.name, [], error))
            if error.concernsWholeStore { return runs }
          }
        }
        let scheduler = Scheduler(
          integration, isLasting: false, patience: integration.patience)
        runs += try await scheduler.runBeside(chosen).map {
          ($0.mapping, $0.reports, $0.failure)
        }
        return runs
      }
      return try await Scheduler(integration, isLasting: false).runDue().map {
        ($0.mapping, $0.reports, $0.failure)
      }
    }
    if let signal {
      Terminal.error("mapsync: stopped by \(signal); what is left stays due\n")
    } else {
      _ = try await Retention(integration, seconds: workspace.setup.history).clean(parts: 20)
    }
    let broken = runs.compactMap(\.failure).first { $0.concernsWholeStore }
    if let broken { throw broken }
    var failures = runs.compactMap { run in
      run.failure.map { FailureAnswer(mapping: run.mapping, message: $0.sentence) }
    }
    for run in runs where run.failure == nil {
      guard let obstacle = try await integration.obstacle(to: run.mapping) else { continue }
      failures.append(FailureAnswer(mapping: run.mapping, message: obstacle))
    }
    try await format.report(runs.flatMap(\.reports), integration, failures: failures)
    if signal != nil { throw ExitCode(1) }
  }

  func validate() throws {
    if only != nil && !now { throw ValidationError("--only goes with --now") }
  }
}

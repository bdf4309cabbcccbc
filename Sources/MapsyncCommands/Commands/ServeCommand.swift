import ArgumentParser
import Logging
import MapRuntime
import MapStoreSQLite
import MapSync

/// `mapsync serve`: runs due mappings until it is stopped (F8).
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Runs mappings when they are due, until it is stopped.",
    discussion: """
      Each mapping at its interval, asleep after an empty run until a change wakes it. One instance \
      a state file. SIGTERM and Ctrl-C end it after the page at work. What is older than the setup's \
      'history' is taken away. Logs to standard error; the \
      program that starts it may set other backends for swift-log and swift-metrics.

      Example: mapsync serve --log-level debug
      """)

  @OptionGroup var setup: SetupOption

  @Option(help: "The least that is logged.")
  var logLevel: LogLevel = .info

  @Option(help: "At least so many seconds between two looks for changes.")
  var look = 15

  func validate() throws {
    if look < 1 { throw ValidationError("--look is at least 1") }
  }

  func run() async throws {
    let workspace = try await setup.runs()
    guard let lock = try workspace.state.acquireRunner("serve") else {
      throw CommandFailure(
        "'mapsync serve' or 'mapsync run' is at work on \(workspace.state.path)")
    }
    defer { lock.release() }
    var logger = Logger(label: "mapsync")
    logger.logLevel = logLevel.level
    let files = workspace.files
    let service = Service(
      integration: workspace.integration, logger: logger, look: look,
      check: { () throws(StoreFailure) in try files.check() }, rest: { files.emptyLogs() },
      retention: Retention(workspace.integration, seconds: workspace.setup.history))
    _ = try await Interruption.cancelling { try await service.run() }
  }
}

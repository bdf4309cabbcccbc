import ArgumentParser
import MapStoreSQLite
import MapSync

/// `mapsync status`: a full synchronization, while it runs or any time later (F9).
struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows the last full synchronization, or an earlier one.",
    discussion: """
      Works from another terminal while it runs.

      Example: mapsync status
      Example: mapsync status 3
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Argument(help: "The number of an earlier run.")
  var run: Int64?

  func run() async throws {
    let workspace = try await setup.look()
    let integration = workspace.integration
    let runs = try await integration.state.runs(limit: run == nil ? 1 : 1000)
    guard let found = run.map({ id in runs.first { $0.id == id } }) ?? runs.first else {
      guard let run else {
        return try format.write(
          FullRunAnswer(review: [], integration), text: "no full synchronization yet\n")
      }
      throw CommandFailure("there is no run \(run)")
    }
    // Whoever runs holds the lock; one that can be had is nobody's.
    let lock = try workspace.state.acquireRunner(FullCommand.lock)
    let isLast = try await integration.state.runs(limit: 1).first?.id == found.id
    let answer = FullRunAnswer(found, integration, isRunning: lock == nil && isLast)
    lock?.release()
    try format.write(answer, text: answer.text)
  }
}

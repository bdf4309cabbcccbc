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
        var answer = FullRunAnswer(review: [], integration)
        answer.older = try await older(integration)
        return try format.write(answer, text: "no full synchronization yet\n" + answer.olderText)
      }
      throw CommandFailure("there is no run \(run)")
    }
    // Whoever runs holds the lock.
    let isRunning = workspace.state.isRunning(FullCommand.lock)
    let isLast = try await integration.state.runs(limit: 1).first?.id == found.id
    var answer = FullRunAnswer(found, integration, isRunning: isRunning && isLast)
    answer.older = try await older(integration)
    try format.write(answer, text: answer.text)
  }

  private func older(
    _ integration: Integration
  ) async throws(StoreFailure) -> [FullRunAnswer.Older] {
    let counts = try await OlderCouplings(integration).counts()
    return integration.mappings.compactMap { mapping in
      counts[mapping.name].map { FullRunAnswer.Older(mapping: mapping.name, couplings: $0) }
    }
  }
}

import ArgumentParser
import MapSync

/// `mapsync errors`: records that are not in step, and why (F12).
struct ErrorsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "errors",
    abstract: "Lists records that failed, and with --held those that wait for others.",
    discussion: """
      Exit status: 1 if a record has failed.

      Example: mapsync errors CUSTOMER --held
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Argument(help: "Only those of this mapping.")
  var mapping: String?

  @Flag(help: "Also records that wait for another record; they have not failed.")
  var held = false

  @Option(help: "How many, newest first.")
  var limit = 100

  func run() async throws {
    let workspace = try await setup.look()
    let integration = workspace.integration
    let name = try mapping.map { try integration.required($0).name }
    let kinds: [Entry.Kind] =
      held ? [.failed, .skipped, .held, .later, .interrupted] : [.failed, .skipped]
    let entries = try await integration.state.entries(
      EntryQuery(mapping: name, kinds: kinds, limit: max(1, limit)))
    let answer = EntryListAnswer(entries)
    try format.write(answer, text: answer.text("no errors\n"))
    if entries.contains(where: { $0.kind == .failed || $0.kind == .skipped }) {
      throw ExitCode(1)
    }
  }
}

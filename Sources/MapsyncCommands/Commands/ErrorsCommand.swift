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

  @Argument(help: "Only those of this mapping.", completion: Completions.mapping)
  var mapping: String?

  @Flag(help: "Also records that wait for another record; they have not failed.")
  var held = false

  @OptionGroup var list: ListOptions

  func run() async throws {
    let workspace = try await setup.look()
    let integration = workspace.integration
    let name = try mapping.map { try integration.required($0).name }
    let kinds: [Entry.Kind] =
      held ? [.failed, .skipped, .held, .later, .interrupted] : [.failed, .skipped]
    let answer = try await EntryListAnswer(
      EntryQuery(
        mapping: name, among: integration.mappings.map(\.name), kinds: kinds,
        limit: list.limit(unlessSaid: 100)),
      integration.state)
    try format.write(answer, text: answer.text("no errors\n"))
    let failed = EntryQuery(
      mapping: name, among: integration.mappings.map(\.name), kinds: [.failed, .skipped])
    if try await integration.state.count(failed) > 0 { throw ExitCode(1) }
  }
}

import ArgumentParser

/// `mapsync why`: everything that is known of a record (B7).
struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Says what happened to a record, what it waits for, and what comes next.",
    discussion: """
      The record is named by its table or mapping and its key, name or id; a key alone will do \
      where only one table knows it. One that is gone is known by the key that it was coupled by, or \
      by what it was called when a job met it.

      Example: mapsync why Customer:10000
      Example: mapsync why CUSTOMER 10000
      Example: mapsync why account:6f2a1d9e-0000-4000-8000-000000000001
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Flag(help: "All of its history and of its jobs, and not only the last of them.")
  var all = false

  @Argument(
    help: "The record; or its table or mapping alone, as in other commands.",
    completion: Completions.record)
  var record: String

  @Argument(help: "The record, where its table or mapping stands before it.")
  var name: String?

  func run() async throws {
    let workspace = try await setup.look()
    let text = name.map { "\(record):\($0)" } ?? record
    let answer = try await Investigation(workspace.integration).answer(text, isWhole: all)
    try format.write(answer, text: answer.text)
  }
}

import ArgumentParser
import MapRuntime
import MapSync

/// `mapsync mappings`: all of them, or one in detail (F10).
struct MappingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mappings",
    abstract: "Lists the mappings, or shows one with its rules, runs and errors.",
    discussion: """
      Example: mapsync mappings
      Example: mapsync mappings CUSTOMER
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Argument(help: "The mapping to show.", completion: Completions.mapping)
  var mapping: String?

  func run() async throws {
    let workspace = try await setup.look()
    let integration = workspace.integration
    if let mapping {
      let answer = try await MappingDetail(try integration.required(mapping), integration)
      return try format.write(answer, text: answer.text)
    }
    let answer = try await MappingListAnswer(integration)
    try format.write(answer, text: answer.text)
  }
}

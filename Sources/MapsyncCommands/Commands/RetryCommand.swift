import ArgumentParser
import MapRuntime
import MapSync

/// `mapsync retry`: records that rest are tried again (F12; R D-38).
struct RetryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Lets the next run try skipped records again.",
    discussion: """
      Example: mapsync retry CUSTOMER 10000
      Example: mapsync retry --all
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Argument(help: "The mapping.")
  var mapping: String?

  @Argument(help: "Only these records.")
  var records: [String] = []

  @Flag(help: "All skipped records of the mapping, or of all mappings.")
  var all = false

  private struct Answer: Encodable {
    let version = 1
    let retried: Int
  }

  func validate() throws {
    guard all == records.isEmpty else {
      throw ValidationError("name a mapping and its records, or say --all")
    }
  }

  func run() async throws {
    let workspace = try await setup.work()
    let integration = workspace.integration
    let mapping = try mapping.map { try integration.required($0) }
    var retried = 0
    if let mapping, !records.isEmpty {
      let selection = try await RecordSelection(records, mapping, integration)
      for side in Side.allCases {
        let ids = selection.records.filter { $0.facts.side == side }.map(\.facts.id)
        guard !ids.isEmpty else { continue }
        retried += try await integration.state.retry(
          EntryQuery(mapping: mapping.name, side: side, ids: ids),
          of: [RestingMapping(mapping)], at: integration.clock())
      }
    } else {
      retried = try await integration.state.retry(
        EntryQuery(mapping: mapping?.name),
        of: (mapping.map { [$0] } ?? integration.mappings).map { RestingMapping($0) },
        at: integration.clock())
    }
    try format.write(
      Answer(retried: retried),
      text: "\(Numbers.count(retried, "record")) will be tried again\n")
  }
}

import ArgumentParser
import MapRuntime
import MapSync

/// `mapsync retry`: records that rest are tried again (F12; R D-38).
struct RetryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Lets the next run try skipped records again.",
    discussion: """
      A record that was named and does not rest is told, and exits 1 where nothing of it failed.

      Example: mapsync retry CUSTOMER 10000
      Example: mapsync retry --all
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Argument(help: "The mapping.", completion: Completions.mapping)
  var mapping: String?

  @Argument(help: "Only these records.")
  var records: [String] = []

  @Flag(help: "All skipped records of the mapping, or of all mappings.")
  var all = false

  private struct Answer: Encodable {
    let version = 1
    let retried: Int
    let unknown: [UnknownRecord]
    /// Why there is nothing to try again of records that were named.
    let remarks: [RemarkAnswer]

    var text: String {
      "\(Numbers.count(retried, "record")) will be tried again\n"
        + remarks.map { PlainLine.of("\($0.record): \($0.message)") + "\n" }.joined()
        + unknown.map { $0.message + "\n" }.joined()
    }
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
    var unknown: [UnknownRecord] = []
    var remarks: [RemarkAnswer] = []
    if let mapping, !records.isEmpty {
      let selection = try await RecordSelection(records, mapping, integration)
      unknown = selection.unknown
      remarks = try await Self.remarks(selection, mapping, integration.state)
      for side in Side.allCases {
        let ids = selection.records.filter { $0.facts.side == side }.map(\.facts.id)
        guard !ids.isEmpty else { continue }
        retried += try await integration.state.retry(
          EntryQuery(mapping: mapping.name, side: side, ids: ids),
          of: [RestingMapping(mapping, integration)], at: integration.clock())
      }
    } else {
      retried = try await integration.state.retry(
        EntryQuery(mapping: mapping?.name),
        of: (mapping.map { [$0] } ?? integration.mappings).map {
          RestingMapping($0, integration)
        },
        at: integration.clock())
    }
    let answer = Answer(retried: retried, unknown: unknown, remarks: remarks)
    try format.write(answer, text: answer.text)
    if !unknown.isEmpty || remarks.contains(where: { !$0.isDone }) { throw ExitCode(1) }
  }

  /// What is to say of named records that do not rest.
  private static func remarks(
    _ selection: RecordSelection, _ mapping: BoundMapping, _ state: any StateStore
  ) async throws(StoreFailure) -> [RemarkAnswer] {
    var noted: [Guid: [Entry]] = [:]
    for direction in Direction.allCases {
      let ids = selection.records.compactMap { $0.id(direction.source) }
      for entry in try await state.entries(mapping.name, direction, ids: ids) {
        noted[entry.sourceID, default: []].append(entry)
      }
    }
    return selection.records.compactMap { record in
      let entries = Side.allCases.compactMap { record.id($0) }.flatMap { noted[$0] ?? [] }
      let rests = record.coupling?.isSkipped == true || entries.contains { $0.kind == .skipped }
      if rests { return nil }
      guard let entry = entries.first(where: { $0.kind == .failed }) ?? entries.first else {
        return RemarkAnswer(
          record: record.facts.name,
          message: "does not rest, and nothing of it failed; 'sync' takes it now", isDone: false)
      }
      let message =
        entry.kind == .failed
        ? "does not rest: the next run tries it again by itself"
        : "does not rest: it \(entry.message)"
      return RemarkAnswer(record: record.facts.name, message: message)
    }
  }
}

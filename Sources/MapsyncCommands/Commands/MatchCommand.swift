import ArgumentParser
import MapRuntime
import MapSync

/// `mapsync match`: couples records by what they hold (F4).
struct MatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Couples uncoupled records that match each other.",
    discussion: """
      Tries the mapping's match groups in order; one match couples, none or several are reported.

      Example: mapsync match CUSTOMER
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Argument(help: "The mapping.", completion: Completions.mapping)
  var mapping: String

  @Argument(help: "Only these records of Business Central.")
  var records: [String] = []

  func run() async throws {
    let workspace = try await setup.work()
    let integration = workspace.integration
    let mapping = try integration.required(mapping)
    var selection =
      records.isEmpty ? nil : try await RecordSelection(records, mapping, integration)
    let ids = try selection?.ids(.bc)
    do {
      let reports = try await MatchCoupling(integration).run(mapping, bcIDs: ids)
      try await format.report(reports, integration, unknown: selection?.unknown ?? [])
    } catch let failure as MatchFailure {
      throw CommandFailure(failure.sentence)
    }
  }
}

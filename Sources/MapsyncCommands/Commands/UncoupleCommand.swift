import ArgumentParser
import MapRuntime
import MapSync

/// `mapsync uncouple`: one record, some, or a whole mapping (F5).
struct UncoupleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uncouple",
    abstract: "Removes couplings, with those that hang on them.",
    discussion: """
      No record is changed but for the company of Sales records. What goes with the couplings is \
      listed with its own job: contacts of a customer, its figures.

      Example: mapsync uncouple CUSTOMER 10000
      Example: mapsync uncouple CONTACT --all
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Argument(help: "The mapping.", completion: Completions.mapping)
  var mapping: String

  @Argument(help: "The records: keys, names or ids of either side.")
  var records: [String] = []

  @Flag(help: "All couplings of the mapping.")
  var all = false

  func validate() throws {
    guard all == records.isEmpty else {
      throw ValidationError("name the records, or say --all")
    }
  }

  func run() async throws {
    let workspace = try await setup.work()
    let integration = workspace.integration
    let mapping = try integration.required(mapping)
    let coupler = Coupler(integration)
    if all {
      return try await format.report(try await coupler.uncoupleAll(mapping), integration)
    }
    var selection = try await RecordSelection(records, mapping, integration)
    let ids = selection.coupledBCIDs()
    let reports = ids.isEmpty ? [] : try await coupler.uncouple(mapping, bcIDs: ids)
    try await format.report(reports, integration, unknown: selection.unknown)
  }
}

import ArgumentParser
import MapRuntime
import MapSync

/// `mapsync create`: new counterparts for chosen records, coupled with them (F2).
struct CreateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Creates the counterparts of records and couples them.",
    discussion: """
      The mapping must permit it ('create'). Coupled records are passed over and counted.

      Example: mapsync create CUSTOMER 10000 20000
      Example: mapsync create CUSTOMER account:Adatum --preview
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Argument(help: "The mapping.", completion: Completions.mapping)
  var mapping: String

  @Argument(help: "The records, all of one side: keys, names or ids.")
  var records: [String]

  @Flag(help: "Only show what would be created.")
  var preview = false

  func run() async throws {
    let workspace = preview ? try await setup.preview() : try await setup.work()
    let integration = workspace.integration
    let mapping = try integration.required(mapping)
    var selection = try await RecordSelection(records, mapping, integration)
    guard let side = selection.side else {
      throw CommandFailure("the records are of both sides; create them in two steps")
    }
    let direction: Direction = side == .bc ? .toSales : .toBC
    guard mapping.policy.creates.contains(direction) else {
      throw CommandFailure(
        "\(mapping.name) may not create \(direction.name); say 'create: { \(direction.name): true }'"
          + " in the mapping or the setup")
    }
    let ids = try selection.ids(side)
    if preview {
      let previews = try await Preview(integration).records(mapping, direction, .create, ids: ids)
      let lines = try await Preview(integration).lines(
        mapping, direction, .create, ids: ids, after: previews)
      var answer = PreviewAnswer(
        mapping, previews, integration,
        names: try await PreviewAnswer.names(in: previews, integration),
        unknown: selection.unknown)
      answer.lines = try await PreviewAnswer.lines(lines, integration)
      try format.write(answer, text: answer.text)
      let isUndone = (previews + lines.flatMap(\.records)).contains {
        $0.fate == .failed || $0.isLeftUndone
      }
      if isUndone || !selection.unknown.isEmpty { throw ExitCode(1) }
      return
    }
    try await format.report(
      try await Synchronizer(integration).runWithLines(mapping, direction, .create, ids: ids),
      integration, unknown: selection.unknown)
  }
}

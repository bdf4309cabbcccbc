import ArgumentParser
import MapRuntime
import MapSync

/// `mapsync sync`: a mapping or chosen records, now (F3; R D-40 to D-43).
struct SyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Synchronizes now: what changed, or chosen records.",
    discussion: """
      Without records, runs the mapping as its schedule would. With one record of a two-way \
      mapping, takes the direction that its changes suggest; with several, those whose partner \
      changed are left out and counted.

      Example: mapsync sync CUSTOMER 10000 --preview
      Example: mapsync sync CUSTOMER 10000 20000 --direction to-sales
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Argument(help: "The mapping.")
  var mapping: String

  @Argument(help: "The records: keys, names or ids of either side.")
  var records: [String] = []

  @Option(help: "Where the values of chosen records go.")
  var direction: DirectionChoice?

  @Flag(help: "Only show what would be written over what.")
  var preview = false

  func run() async throws {
    let workspace = preview ? try await setup.look() : try await setup.work()
    let integration = workspace.integration
    let mapping = try integration.required(mapping)
    try direction?.check(mapping)
    if records.isEmpty {
      try await whole(mapping, integration)
    } else {
      let selection = try await RecordSelection(records, mapping, integration)
      try await chosen(selection, mapping, integration)
    }
  }

  private func whole(_ mapping: BoundMapping, _ integration: Integration) async throws {
    guard direction == nil else {
      throw CommandFailure("--direction is for chosen records; name them, or leave it out")
    }
    if preview {
      var previews: [RecordPreview] = []
      for direction in mapping.policy.directions.sorted(by: { $0.rawValue < $1.rawValue }) {
        previews += try await Preview(integration).changes(mapping, direction)
          .filter { $0.fate != .unchanged && !($0.fate == .skipped && $0.target == nil) }
      }
      try show(previews, mapping, integration)
    } else {
      try await format.report(
        try await Synchronizer(integration).synchronize(mapping), integration)
    }
  }

  private func chosen(
    _ selection: RecordSelection, _ mapping: BoundMapping, _ integration: Integration
  ) async throws {
    if preview {
      let directions = direction.map { $0.runs.map(\.direction) } ?? mapping.policy.directions
      var previews: [RecordPreview] = []
      for direction in directions.sorted(by: { $0.rawValue < $1.rawValue }) {
        previews += try await Preview(integration).records(
          mapping, direction, direction == self.direction?.direction ? .now : .merge,
          ids: try selection.ids(direction.source))
      }
      return try show(previews, mapping, integration)
    }
    let choice = try await chosenDirection(selection, mapping, integration)
    var reports: [JobReport] = []
    for (direction, mode) in choice.runs {
      // Of several, those that somebody changed over there are left out (R D-42); and where the
      // direction was suggested, what somebody changed since is not written over.
      let isSelection =
        (selection.records.count > 1 || self.direction == nil) && choice != .merge
      reports += try await Synchronizer(integration).runWithLines(
        mapping, direction, isSelection ? .selection : mode,
        ids: try selection.ids(direction.source))
    }
    try await format.report(reports, integration)
  }

  private func show(
    _ previews: [RecordPreview], _ mapping: BoundMapping, _ integration: Integration
  ) throws {
    let answer = PreviewAnswer(mapping, previews, integration)
    try format.write(answer, text: answer.text)
    if previews.contains(where: { $0.fate == .failed }) { throw ExitCode(1) }
  }

  /// The direction that was said, the mapping's only one, or the suggested one.
  private func chosenDirection(
    _ selection: RecordSelection, _ mapping: BoundMapping, _ integration: Integration
  ) async throws -> DirectionChoice {
    if let direction { return direction }
    if mapping.policy.directions.count == 1, let only = mapping.policy.directions.first {
      return DirectionChoice(only)
    }
    guard selection.records.count == 1 else {
      throw CommandFailure("\(mapping.name) goes both ways: say --direction to-sales or to-bc")
    }
    let preview = try await Preview(integration).records(
      mapping, .toSales, .now, ids: try selection.ids(.bc)
    ).first
    guard let preview else { throw CommandFailure("the record is gone") }
    let advice = SyncAdvice(
      isBCChanged: preview.isSourceChanged, isSalesChanged: preview.isTargetChanged,
      hasConflict: !preview.conflicts.isEmpty)
    guard let suggestion = advice.suggestion else {
      Terminal.error(
        "mapsync: \(preview.name) changed on both sides "
          + "(\(preview.conflicts.joined(separator: ", "))): say --direction to-sales or to-bc\n")
      throw ExitCode(1)
    }
    return DirectionChoice(suggestion)
  }
}

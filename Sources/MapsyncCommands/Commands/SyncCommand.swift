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
      mapping, takes the direction that its changes suggest; with several, those that rest are left \
      out, and in one direction those whose partner changed. Whatever is left out is said with its \
      reason, and exits 1, also in a preview; a record that is named alone is taken although it rests. \
      What the other side changed of fields that only come from there goes on its way with the next \
      run. Where both sides changed the same and no direction is said, nothing is done, and a preview \
      shows what merging would come to.

      Example: mapsync sync CUSTOMER 10000 --preview
      Example: mapsync sync CUSTOMER 10000 20000 --direction to-sales
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Argument(help: "The mapping.", completion: Completions.mapping)
  var mapping: String

  @Argument(help: "The records: keys, names or ids of either side.")
  var records: [String] = []

  @Option(help: "Where the values of chosen records go.")
  var direction: DirectionChoice?

  @Flag(help: "Only show what would be written over what.")
  var preview = false

  func run() async throws {
    let workspace = preview ? try await setup.preview() : try await setup.work()
    let integration = workspace.integration
    let mapping = try integration.required(mapping)
    try direction?.check(mapping)
    if records.isEmpty {
      try await whole(mapping, integration)
    } else {
      var selection = try await RecordSelection(records, mapping, integration)
      try await chosen(&selection, mapping, integration)
    }
  }

  private func whole(_ mapping: BoundMapping, _ integration: Integration) async throws {
    try mapping.checkRuns()
    guard direction == nil else {
      throw CommandFailure("--direction is for chosen records; name them, or leave it out")
    }
    if preview {
      let next = try await Preview(integration).next(mapping)
      let previews = next.records.filter {
        $0.fate == .follow || $0.fate != .unchanged && $0.counters != JobCounters()
      }
      try await show(
        previews, mapping, integration, lines: next.lines, hasMore: next.hasMore,
        older: try await OlderCouplings(integration).count(mapping))
    } else {
      try await format.report(
        try await Synchronizer(integration).synchronize(mapping), integration)
    }
  }

  private func chosen(
    _ selection: inout RecordSelection, _ mapping: BoundMapping, _ integration: Integration
  ) async throws {
    if preview { return try await foretell(&selection, mapping, integration) }
    let advised = try await advised(&selection, mapping, integration)
    guard let choice = advised.choice else {
      Terminal.error("mapsync: \(refusal(advised, mapping))\n")
      throw ExitCode(1)
    }
    // Before the first of them runs, all have records.
    var orders: [(direction: Direction, mode: RunMode, ids: [Guid])] = []
    for (direction, mode) in runs(choice, selection) {
      orders.append((direction, mode, try selection.ids(direction.source)))
    }
    var reports: [JobReport] = []
    for order in orders {
      reports += try await Synchronizer(integration).runWithLines(
        mapping, order.direction, order.mode, ids: order.ids)
    }
    try await format.report(reports, integration, unknown: selection.unknown)
  }

  /// The runs of a choice. Of several records, those that rest are left out, and where one direction is
  /// chosen those that somebody changed over there (R D-42); and where the direction was suggested, what
  /// somebody changed since is not written over.
  private func runs(
    _ choice: DirectionChoice, _ selection: RecordSelection
  ) -> [(direction: Direction, mode: RunMode)] {
    choice.runs.map { direction, mode in
      if choice == .merge { return (direction, selection.isSingle ? mode : .mergeOfSeveral) }
      if !selection.isSingle { return (direction, .selection) }
      return (direction, self.direction == nil ? .suggested : mode)
    }
  }

  /// What the command would do; where only a person can choose the direction, that it would do nothing,
  /// and what merging would come to.
  private func foretell(
    _ selection: inout RecordSelection, _ mapping: BoundMapping, _ integration: Integration
  ) async throws {
    let advised = try await advised(&selection, mapping, integration)
    let runs = runs(advised.choice ?? .merge, selection)
    let previews =
      advised.choice == nil
      ? advised.merged : try await previews(runs, &selection, mapping, integration)
    var lines: [ForeseenLines] = []
    for (direction, mode) in runs {
      lines += try await Preview(integration).lines(
        mapping, direction, mode, ids: try selection.ids(direction.source), after: previews)
    }
    try await show(
      previews, mapping, integration, lines: lines,
      advice: direction == nil ? advised.asked : previews,
      refusal: advised.choice == nil ? refusal(advised, mapping) : nil,
      unknown: selection.unknown)
  }

  private func previews(
    _ runs: [(direction: Direction, mode: RunMode)], _ selection: inout RecordSelection,
    _ mapping: BoundMapping, _ integration: Integration
  ) async throws -> [RecordPreview] {
    var previews: [RecordPreview] = []
    for (direction, mode) in runs {
      previews += try await Preview(integration).records(
        mapping, direction, mode, ids: try selection.ids(direction.source))
    }
    return previews
  }

  private func show(
    _ previews: [RecordPreview], _ mapping: BoundMapping, _ integration: Integration,
    lines: [ForeseenLines], advice: [RecordPreview] = [], refusal: String? = nil,
    unknown: [UnknownRecord] = [], hasMore: Bool = false, older: Int = 0
  ) async throws {
    var answer = PreviewAnswer(
      mapping, previews, integration,
      names: try await PreviewAnswer.names(in: previews, integration), advice: advice,
      refusal: refusal, unknown: unknown, hasMore: hasMore)
    answer.older = older
    answer.lines = try await PreviewAnswer.lines(lines, integration)
    try format.write(answer, text: answer.text)
    let all = previews + lines.flatMap(\.records)
    let isUndone =
      refusal != nil || !unknown.isEmpty
      || all.contains { $0.fate == .failed || $0.isLeftUndone }
    if isUndone { throw ExitCode(1) }
  }

  /// What is known before a direction is taken.
  private struct Advised {
    /// The direction that was said, the mapping's only one, or the one that the changes suggest; nil where
    /// only a person can choose.
    var choice: DirectionChoice?
    /// The records on their way to Sales.
    var asked: [RecordPreview] = []
    /// What merging would come to, where nothing is chosen.
    var merged: [RecordPreview] = []
  }

  private func advised(
    _ selection: inout RecordSelection, _ mapping: BoundMapping, _ integration: Integration
  ) async throws -> Advised {
    if let direction { return Advised(choice: direction) }
    if mapping.policy.directions.count == 1, let only = mapping.policy.directions.first {
      return Advised(choice: DirectionChoice(only))
    }
    var advised = Advised()
    advised.asked = try await previews([(.toSales, .now)], &selection, mapping, integration)
    if selection.isSingle {
      if let asked = advised.asked.first, let advice = SyncAdvice(asked) {
        advised.choice = advice.suggestion.map { DirectionChoice($0) }
      } else {
        advised.choice = try await onlyWay(advised.asked.first, &selection, mapping, integration)
      }
    }
    guard advised.choice == nil else { return advised }
    advised.merged = try await previews(
      runs(.merge, selection), &selection, mapping, integration)
    return advised
  }

  /// Where there is nothing to compare: a record that is gone, or that the mapping leaves alone, takes
  /// from its partner what it can, and else it is told why not.
  private func onlyWay(
    _ toSales: RecordPreview?, _ selection: inout RecordSelection, _ mapping: BoundMapping,
    _ integration: Integration
  ) async throws -> DirectionChoice {
    let toBC = try await previews([(.toBC, .now)], &selection, mapping, integration).first
    guard toSales != nil || toBC != nil else { throw CommandFailure("the record is gone") }
    return toSales == nil || toBC?.isCompared == true ? .toBC : .toSales
  }

  private func refusal(_ advised: Advised, _ mapping: BoundMapping) -> String {
    let merges = advised.merged.contains { $0.fate == .update && !$0.fields.isEmpty }
    let choices = merges ? "to-sales, to-bc or merge" : "to-sales or to-bc"
    guard advised.asked.count == 1, let preview = advised.asked.first else {
      return "\(mapping.name) goes both ways: say --direction \(choices)"
    }
    return "\(preview.name) changed on both sides "
      + "(\(preview.conflicts.joined(separator: ", "))): say --direction \(choices)"
  }
}

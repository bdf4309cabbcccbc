import ArgumentParser
import MapRuntime
import MapSync

/// `mapsync couple`: one record of each side become partners (F1).
struct CoupleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "couple",
    abstract: "Couples one record of each side.",
    discussion: """
      Nothing is written yet: 'mapsync sync' moves data.

      Example: mapsync couple CUSTOMER 10000 account:6f2a1d9e-0000-4000-8000-000000000001
      """)

  @OptionGroup var setup: SetupOption
  @OptionGroup var format: FormatOption

  @Argument(help: "The mapping.", completion: Completions.mapping)
  var mapping: String

  @Argument(help: "The record in Business Central: its key or id.")
  var bc: String

  @Argument(help: "The record in Sales: its id, name or number.")
  var sales: String

  private struct Answer: Encodable {
    let version = 1
    let result: String
    let bc: String
    let sales: String
    let message: String
  }

  func run() async throws {
    let workspace = try await setup.work()
    let integration = workspace.integration
    let mapping = try integration.required(mapping)
    let left = try await find(bc, .bc, mapping, integration)
    let right = try await find(sales, .sales, mapping, integration)
    let result = try await Coupler(integration).couple(mapping, bc: left.id, sales: right.id)
    let (word, said, isFine) = try await Self.words(result, left, right, mapping, integration)
    var message = isFine ? said + Self.filterNote([left, right], mapping) : said
    if case .coupled = result {
      message += try await Self.differenceNote(left, mapping, integration)
    }
    let answer = Answer(
      result: word, bc: left.id.description, sales: right.id.description, message: message)
    try format.write(answer, text: AnswerLines.text([message]))
    if !isFine { throw ExitCode(1) }
  }

  private func find(
    _ text: String, _ side: Side, _ mapping: BoundMapping, _ integration: Integration
  ) async throws -> RecordFacts {
    let finder = RecordFinder(integration)
    let found = try await finder.records(finder.text(text), mapping).map(\.facts)
      .filter { $0.side == side }
    guard let first = found.first else {
      let table = mapping.table(side).name
      throw CommandFailure("\(table) has no record '\(PlainLine.of(text))'")
    }
    guard found.count == 1 else {
      let names = try await ToldApart(found, integration).names.joined(separator: ", ")
      throw CommandFailure("'\(PlainLine.of(text))' may be \(PlainLine.of(names)); say which")
    }
    return first
  }

  /// What people call the partner in a coupling; by its table alone where it is gone.
  private static func name(
    of coupling: Coupling, _ side: Side, _ mapping: BoundMapping, _ integration: Integration
  ) async throws(StoreFailure) -> String {
    let facts = try await RecordInspection(integration).facts(
      mapping, side, ids: [coupling.id(side)])
    if let name = facts.first?.name { return name }
    return side == .bc
      ? integration.name(of: coupling.bcKey, in: mapping.pair.bc)
      : "a record of \(mapping.table(side).name) that is gone"
  }

  /// Names the mapping whose filter hides a record, and what of it (R A-8).
  private static func filterNote(_ records: [RecordFacts], _ mapping: BoundMapping) -> String {
    let hidden = records.filter { !$0.isWithinFilter }.map { record in
      "'\(record.name)'"
        + (record.failed.isEmpty ? "" : ", of which \(record.failed.joined(separator: "; or "))")
    }
    guard !hidden.isEmpty else { return "" }
    let follows = mapping.policy.outsideFilter == .follow
    return "; outside the filter of \(mapping.name): \(hidden.joined(separator: " and ")), "
      + (follows ? "and is synchronized all the same" : "so that it is not synchronized")
  }

  /// Names the fields in which a new pair differs: it was never in step, so that nothing but a
  /// person, or the mapping's rule for conflicts, says which side is right (R D-4, D-25).
  private static func differenceNote(
    _ bc: RecordFacts, _ mapping: BoundMapping, _ integration: Integration
  ) async throws -> String {
    guard mapping.policy.directions.count > 1, mapping.policy.conflict.update == .refuse else {
      return ""
    }
    let preview = try await Preview(integration).records(mapping, .toSales, .now, ids: [bc.id])
    guard let fields = preview.first?.conflicts, !fields.isEmpty else { return "" }
    let words = [mapping.name, bc.name].map(CommandWord.of).joined(separator: " ")
    return "; they differ in \(fields.joined(separator: ", ")): choose a side with "
      + "'mapsync sync \(words) --direction to-sales' or 'to-bc'"
  }

  private static func words(
    _ result: CouplingResult, _ bc: RecordFacts, _ sales: RecordFacts, _ mapping: BoundMapping,
    _ integration: Integration
  ) async throws(StoreFailure) -> (word: String, message: String, isFine: Bool) {
    switch result {
    case .coupled: ("coupled", "\(bc.name) and \(sales.name) are coupled", true)
    case .already: ("already", "\(bc.name) and \(sales.name) were coupled already", true)
    case .missing(let side):
      ("missing", "\(side == .bc ? bc.name : sales.name) is gone", false)
    case .taken(let side, let other):
      (
        "taken",
        "\(side == .bc ? bc.name : sales.name) is coupled with "
          + (try await name(of: other, side.other, mapping, integration)) + "; uncouple that first",
        false
      )
    case .writeIn:
      (
        "write-in", "\(bc.name) stands for lines without a product, and is never coupled", false
      )
    }
  }
}

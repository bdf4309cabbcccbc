import MapRuntime
import MapSync

/// Documents that a person named, to be taken in: of the versions of one number the one is meant that
/// is in a state in which documents are taken. A name that means none leaves the others alone.
struct DocumentSelection: Sendable {
  /// The ids of one side, in the order of the names, each once.
  private(set) var ids: [Guid] = []
  /// The names that could not be taken, and why.
  private(set) var unknown: [UnknownRecord] = []

  private let integration: Integration
  private let mapping: BoundMapping

  init(
    _ texts: [String], _ side: Side, _ mapping: BoundMapping, _ integration: Integration
  ) async throws {
    self.integration = integration
    self.mapping = mapping
    for text in texts {
      do {
        for id in try await found(text, side) where !ids.contains(id) { ids.append(id) }
      } catch let failure as CommandFailure {
        unknown.append(UnknownRecord(text, failure.sentence))
      }
    }
    guard !ids.isEmpty else { throw CommandFailure(unknown) }
  }

  private func found(_ text: String, _ side: Side) async throws -> [Guid] {
    if side == .sales, let id = try await inForce(text) { return [id] }
    if let id = try await own(text, side) { return [id] }
    var selection = try await RecordSelection([text], mapping, integration)
    return try selection.ids(side)
  }

  /// The one record of the side from which documents come: what bears the same number over there, and
  /// is not its partner, is not to be taken in. Nil where there are none or several.
  private func own(_ text: String, _ side: Side) async throws(StoreFailure) -> Guid? {
    let finder = RecordFinder(integration)
    let found = Set(
      try await finder.likelyRecords(finder.text(text), mapping).filter { $0.facts.side == side }
        .map(\.facts.id))
    return found.count == 1 ? found.first : nil
  }

  /// The one version that is in such a state; nil where there are none or several.
  private func inForce(_ text: String) async throws(StoreFailure) -> Guid? {
    guard let states = mapping.document?.states else { return nil }
    let finder = RecordFinder(integration)
    let found = try await finder.records(finder.text(text), mapping)
    let rows = try await integration.sales.rows(
      of: mapping.pair.sales, [states.field], ids: found.compactMap { $0.id(.sales) })
    let taken = states.states([.takeIn]).map { Value.option($0.state) }
    let inForce = Set(
      rows.filter { row in row.values.first.map(taken.contains) ?? false }.map(\.id))
    return inForce.count == 1 ? inForce.first : nil
  }
}

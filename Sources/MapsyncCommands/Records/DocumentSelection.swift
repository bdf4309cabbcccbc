import MapRuntime
import MapSync

/// Documents that a person named, to be taken in: of the versions of one number the one is meant that
/// is in a state in which documents are taken.
struct DocumentSelection: Sendable {
  private let integration: Integration
  private let mapping: BoundMapping

  init(_ integration: Integration, _ mapping: BoundMapping) {
    self.integration = integration
    self.mapping = mapping
  }

  /// The ids of one side, in the order of the texts, each once.
  func ids(_ texts: [String], _ side: Side) async throws -> [Guid] {
    var ids: [Guid] = []
    for text in texts {
      let found =
        if side == .sales, let id = try await inForce(text) {
          [id]
        } else {
          try await RecordSelection([text], mapping, integration).ids(side)
        }
      for id in found where !ids.contains(id) { ids.append(id) }
    }
    return ids
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

import MapRuntime
import MapSync

/// Finds the records that a person named.
struct RecordFinder: Sendable {
  let integration: Integration

  init(_ integration: Integration) { self.integration = integration }

  func text(_ text: String) -> RecordText {
    RecordText(
      text,
      scopes: integration.mappings.flatMap { [$0.name, $0.pair.bc, $0.pair.sales] })
  }

  /// The records of a mapping that a text can mean.
  func records(
    _ text: RecordText, _ mapping: BoundMapping
  ) async throws(StoreFailure) -> [FoundRecord] {
    let inspection = RecordInspection(integration)
    var found: [FoundRecord] = []
    for side in sides(text, mapping) {
      let ids = try await ids(text, mapping, side, inspection)
      let facts = try await inspection.facts(mapping, side, ids: ids)
      let couplings = try await integration.state.couplings(
        mapping.pair, side, ids: facts.map(\.id))
      for (facts, coupling) in zip(facts, couplings) {
        found.append(FoundRecord(mapping: mapping, facts: facts, coupling: coupling))
      }
    }
    return found
  }

  /// The one record of a mapping that a text means. Where both sides know one under that text, they
  /// must be partners.
  func record(_ text: String, _ mapping: BoundMapping) async throws -> FoundRecord {
    let found = try await records(self.text(text), mapping)
    guard let first = found.first else {
      throw CommandFailure("\(mapping.name) knows no record '\(PlainLine.of(text))'")
    }
    guard Set(found.map { $0.id(.bc) ?? $0.facts.id }).count == 1 else {
      let names = found.map(Self.name).joined(separator: ", ")
      throw CommandFailure("'\(PlainLine.of(text))' may be \(names); say which")
    }
    return first
  }

  /// How a person can name exactly this record.
  static func name(_ record: FoundRecord) -> String {
    let facts = record.facts
    return facts.side == .bc
      ? "\(facts.table):\(facts.name)" : "\(facts.table):\(facts.id)"
  }

  private func sides(_ text: RecordText, _ mapping: BoundMapping) -> [Side] {
    guard let scope = text.scope, scope != mapping.name else { return Side.allCases }
    return Side.allCases.filter { mapping.table($0).name == scope || name($0, mapping) == scope }
  }

  private func name(_ side: Side, _ mapping: BoundMapping) -> String {
    side == .bc ? mapping.pair.bc : mapping.pair.sales
  }

  private func ids(
    _ text: RecordText, _ mapping: BoundMapping, _ side: Side, _ inspection: RecordInspection
  ) async throws(StoreFailure) -> [Guid] {
    if let id = text.id { return [id] }
    switch side {
    case .bc:
      let parts = integration.table(.bc, mapping.pair.bc)?.key.count ?? 1
      return try await RecordSearch(integration).bcIDs(keys: [text.key(parts: parts)], mapping)
    case .sales:
      return try await inspection.salesIDs(named: [text.name], mapping)
    }
  }
}

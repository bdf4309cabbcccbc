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
      var own: [FoundRecord] = []
      for (facts, coupling) in zip(facts, couplings) {
        own.append(FoundRecord(mapping: mapping, facts: facts, coupling: coupling))
      }
      found += side == .bc ? Self.likely(own) : own
    }
    return found
  }

  /// The same, and of the versions of a Sales document the one that is in Business Central.
  func likelyRecords(
    _ text: RecordText, _ mapping: BoundMapping
  ) async throws(StoreFailure) -> [FoundRecord] {
    let found = try await records(text, mapping)
    guard mapping.document != nil else { return found }
    let sales = found.filter { $0.facts.side == .sales }
    return found.filter { $0.facts.side == .bc } + Self.likely(sales)
  }

  /// Of several records that a number alone can mean, such as a quote and an order, or the versions of
  /// a quote, the one that is coupled, or else the one that the mapping takes; all where that does not
  /// tell.
  private static func likely(_ found: [FoundRecord]) -> [FoundRecord] {
    guard found.count > 1 else { return found }
    let coupled = found.filter { $0.coupling != nil }
    let own = coupled.isEmpty ? found.filter(\.facts.isWithinFilter) : coupled
    return own.count == 1 ? own : found
  }

  /// The one record of a mapping that a text means. Where both sides know one under that text, they
  /// must be partners.
  func record(_ text: String, _ mapping: BoundMapping) async throws -> FoundRecord {
    let wanted = self.text(text)
    var found = try await likelyRecords(wanted, mapping)
    if found.isEmpty { found = try await partnersOfGone(wanted, mapping) }
    guard let first = found.first else {
      throw CommandFailure("\(mapping.name) knows no record '\(PlainLine.of(text))'")
    }
    guard Set(found.map { $0.id(.bc) ?? $0.facts.id }).count == 1 else {
      let names = try await ToldApart(found.map(\.facts), integration).names
        .joined(separator: ", ")
      throw CommandFailure(
        "'\(PlainLine.of(text))' may be \(PlainLine.of(names)); say which")
    }
    return first
  }

  /// The Sales records of couplings that know a BC record by such a key, which is gone, or has another
  /// one by now.
  private func partnersOfGone(
    _ text: RecordText, _ mapping: BoundMapping
  ) async throws(StoreFailure) -> [FoundRecord] {
    guard sides(text, mapping).contains(.bc), text.id == nil else { return [] }
    let keys = RecordSearch(integration).keys(written: text.name, mapping)
    let couplings = try await integration.state.couplings(mapping.pair, keys: keys)
      .compactMap { $0 }
    let facts = try await RecordInspection(integration).facts(
      mapping, .sales, ids: couplings.map(\.salesID))
    return facts.map { facts in
      FoundRecord(
        mapping: mapping, facts: facts, coupling: couplings.first { $0.salesID == facts.id })
    }
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
      let search = RecordSearch(integration)
      return try await search.bcIDs(keys: search.keys(written: text.name, mapping), mapping)
    case .sales:
      return try await inspection.salesIDs(named: [text.name], mapping)
    }
  }
}

import MapRuntime
import MapSync

/// The records that a text can mean which no table has any more, or has under another key.
struct LostSubjects: Sendable {
  private let wanted: RecordText
  private let integration: Integration
  private var mappings: [BoundMapping] { integration.mappings.filter(wanted.means) }

  init(_ wanted: RecordText, _ integration: Integration) {
    self.wanted = wanted
    self.integration = integration
  }

  /// Those that are still coupled.
  func coupled() async throws(StoreFailure) -> [WhySubject] {
    var subjects: [WhySubject] = []
    for mapping in mappings {
      if let id = wanted.id {
        for side in Side.allCases where wanted.means(side, mapping) {
          let found = try await integration.state.couplings(mapping.pair, side, ids: [id])
          if found.contains(where: { $0 != nil }) {
            subjects.append(WhySubject(side, table(side, mapping), id, id.description))
          }
        }
      } else if wanted.means(.bc, mapping) {
        let keys = RecordSearch(integration).keys(written: wanted.name, mapping)
        let found = try await integration.state.couplings(mapping.pair, keys: keys)
        for coupling in found.compactMap({ $0 }) {
          let renamed = try await RecordInspection(integration).facts(
            mapping, .bc, ids: [coupling.bcID]
          ).first
          subjects.append(
            renamed.map { WhySubject($0, table: mapping.pair.bc) }
              ?? WhySubject(
                .bc, mapping.pair.bc, coupling.bcID,
                integration.name(of: coupling.bcKey, in: mapping.pair.bc)))
        }
      }
    }
    return subjects
  }

  /// Those that are gone with their couplings, and of which the history or a job still tells; of several
  /// of a table that had one name after the other, the last.
  func remembered() async throws(StoreFailure) -> [WhySubject] {
    if let id = wanted.id { return try await remembered(id) }
    var keys: [String: Set<String>] = [:]
    for mapping in mappings where wanted.means(.bc, mapping) {
      keys[mapping.name] = Set(RecordSearch(integration).keys(written: wanted.name, mapping))
    }
    let found = try await integration.state.remembered(
      keys: keys.values.reduce(into: Set()) { $0.formUnion($1) }.sorted(), name: wanted.name)
    var subjects: [WhySubject] = []
    for record in found {
      guard let mapping = integration.mapping(record.mapping), wanted.means(record.side, mapping),
        !record.isKey || keys[record.mapping]?.contains(record.name) == true
      else { continue }
      let table = table(record.side, mapping)
      guard !subjects.contains(where: { $0.side == record.side && $0.table == table }) else {
        continue
      }
      let name = record.isKey ? integration.name(of: record.name, in: table) : record.name
      subjects.append(WhySubject(record.side, table, record.id, name))
    }
    return subjects
  }

  private func remembered(_ id: Guid) async throws(StoreFailure) -> [WhySubject] {
    var subjects: [WhySubject] = []
    for side in Side.allCases {
      let last = try await integration.state.history(side, id, limit: 1).first
      guard let mapping = last.flatMap({ integration.mapping($0.mapping) }) else { continue }
      subjects.append(WhySubject(side, table(side, mapping), id, id.description))
    }
    return subjects
  }

  private func table(_ side: Side, _ mapping: BoundMapping) -> String {
    side == .bc ? mapping.pair.bc : mapping.pair.sales
  }
}

extension RecordText {
  /// Whether it can name a record of a mapping.
  func means(_ mapping: BoundMapping) -> Bool {
    Side.allCases.contains { means($0, mapping) }
  }

  /// The same of one side.
  func means(_ side: Side, _ mapping: BoundMapping) -> Bool {
    guard let scope else { return true }
    return scope == mapping.name
      || scope == (side == .bc ? mapping.pair.bc : mapping.pair.sales)
  }
}

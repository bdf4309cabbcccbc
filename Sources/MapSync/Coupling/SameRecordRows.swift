import MapRuntime

/// Rows of Sales that hang on the coupling of the same BC record in another mapping: the figures of a
/// customer. They go with that coupling, and so does the name that the partner has for them (R D-54).
struct SameRecordRows: Sendable {
  private let integration: Integration
  private let owner: BoundMapping

  init(_ integration: Integration, of owner: BoundMapping) {
    self.integration = integration
    self.owner = owner
  }

  private var mappings: [BoundMapping] {
    integration.mappings.filter { $0.policy.sameRecord.contains(owner.name) }
  }

  /// Deletes the rows and takes their couplings apart. They are another mapping's, whose runs keep out
  /// meanwhile; what one of them left open is settled first (B6).
  func remove(
    with owners: [Coupling], _ series: inout JobSeries
  ) async throws(StoreFailure) {
    for mapping in mappings {
      try await integration.holding(mapping) { integration throws(StoreFailure) in
        try await remove(mapping, owners, integration, &series)
      }
    }
  }

  private func remove(
    _ mapping: BoundMapping, _ owners: [Coupling], _ integration: Integration,
    _ series: inout JobSeries
  ) async throws(StoreFailure) {
    let couplings = try await integration.state.couplings(
      mapping.pair, .bc, ids: owners.map(\.bcID)
    ).compactMap { $0 }
    guard !couplings.isEmpty else { return }
    let results = try await WriteRetry.again(couplings.map(\.salesID)) {
      ids throws(StoreFailure) in
      try await integration.sales.delete(ids, from: mapping.table(.sales))
    }
    // One that cannot go keeps its coupling.
    let gone = zip(couplings, results).filter { $1.isGone }.map { $0.0.bcID }
    let deleted = results.count { if case .written = $0 { true } else { false } }
    try await Uncoupling(integration, mapping).run(
      gone, with: owner, deleted: deleted, &series)
  }

  /// Deletes rows that are uncoupled themselves, with the names that the owners' partners have for them:
  /// without a coupling nobody would find them again, and the next run would make others beside them
  /// (R I-1).
  ///
  /// - Returns: The couplings of those that are gone; one that cannot go keeps its coupling.
  static func deleteOwn(
    _ couplings: [Coupling], of mapping: BoundMapping, _ integration: Integration
  ) async throws(StoreFailure) -> (gone: [Coupling], deleted: Int) {
    let results = try await WriteRetry.again(couplings.map(\.salesID)) { ids throws(StoreFailure) in
      try await integration.sales.delete(ids, from: mapping.table(.sales))
    }
    let gone = zip(couplings, results).filter { $1.isGone }.map(\.0)
    for name in mapping.policy.sameRecord {
      guard let owner = integration.mapping(name) else { continue }
      let partners = try await integration.state.couplings(
        owner.pair, .bc, ids: gone.map(\.bcID)
      ).compactMap { $0?.salesID }
      try await SameRecordRows(integration, of: owner).clearNames(in: partners)
    }
    return (gone, results.count { if case .written = $0 { true } else { false } })
  }

  /// Clears what the partners of the owners call the rows.
  func clearNames(in ids: [Guid]) async throws(StoreFailure) {
    var fields: [String] = []
    for write in mappings.compactMap(\.document).flatMap(\.writeBack)
    where write.mapping == owner.name {
      for assignment in write.set where assignment.value == .variable(.partner) {
        fields.append(assignment.field)
      }
    }
    guard !fields.isEmpty, !ids.isEmpty else { return }
    let table = owner.pair.sales
    let named = try await integration.sales.rows(of: table, fields, ids: ids)
      .filter { !$0.values.allSatisfy(\.isEmpty) }
    guard !named.isEmpty else { return }
    let nothing = Array(repeating: Value.empty, count: fields.count)
    let rows = named.map { FieldRow(id: $0.id, nothing) }
    _ = try await WriteRetry.again(rows) { rows throws(StoreFailure) in
      try await integration.sales.update(rows, fields, in: table)
    }
  }
}

import MapRuntime

/// The Sales records that no mapping couples as they are: whoever waits for one waits in vain, until a
/// person changes it (R E-10, E-24).
package struct NeverCoupled: Sendable {
  private let integration: Integration

  package init(_ integration: Integration) { self.integration = integration }

  /// Why, by record, as a clause of its own; what may be coupled yet is not among them.
  ///
  /// - Parameter pair: The tables of the mapping that is waited for. A record that another mapping of its
  ///   Sales table may couple is not lost to the reference.
  package func reasons(
    _ pair: TablePair, _ ids: [Guid]
  ) async throws(StoreFailure) -> [Guid: String] {
    let mappings = integration.mappings.filter {
      $0.pair.sales == pair.sales && $0.policy.isEnabled && $0.document == nil
    }.sorted { $0.pair == pair && $1.pair != pair }
    guard !ids.isEmpty, let first = mappings.first else { return [:] }
    var reasons = try await Self.reasons(first.type, first, ids, integration)
    for other in mappings.dropFirst() where !reasons.isEmpty {
      let others = try await Self.reasons(
        other.type, other, reasons.keys.sorted(), integration)
      reasons = reasons.filter { others[$0.key] != nil }
    }
    return reasons
  }

  private static func reasons<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ ids: [Guid], _ integration: Integration
  ) async throws(StoreFailure) -> [Guid: String] {
    let run = try await ToBC<Mapping>.looking(mapping, integration, .create)
    let records = try await run.source.records(Mapping.SalesRecord.self, ids: ids)
      .filter { $0.damage == nil }
    var reasons: [Guid: String] = [:]
    for record in records where !run.accepts(record.record) {
      reasons[record.id] = outside(record.record, run)
    }
    reasons.merge(try await standIns(type, mapping, integration)) { first, _ in first }
    return reasons.filter { ids.contains($0.key) }
  }

  /// The Sales product that the mapping would find for what stands for lines without one, which is
  /// nobody's partner (R C-44).
  private static func standIns<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ integration: Integration
  ) async throws(StoreFailure) -> [Guid: String] {
    guard let policy = mapping.policy.match else { return [:] }
    var found: [Guid: String] = [:]
    for product in integration.writeInProducts where product.table == mapping.pair.bc {
      guard let number = product.number(in: integration.run) else { continue }
      let ids = try await integration.bc.rows(
        of: product.table, [product.field], matching: [product.field], values: [[.text(number)]]
      ).map(\.id)
      let records = try await integration.bc.records(Mapping.BCRecord.self, ids: ids)
      let matches = try await Matcher<Mapping>(
        integration, mapping, policy, values: integration.run
      ).match(records)
      for case .found(let id) in matches {
        found[id] = "'\(number)' of \(product.table) stands for lines without a product"
      }
    }
    return found
  }

  /// What of a record the filter in force does not take.
  private static func outside<Mapping: CompiledMapping>(
    _ record: Mapping.SalesRecord, _ run: DirectionRun<ToBC<Mapping>>
  ) -> String {
    let failed = FilterInForce<Mapping>(run.policy, run.values, run.integration).failed(record)
    return failed.isEmpty
      ? "\(run.mapping.name) leaves it out"
      : "its \(failed.joined(separator: "; or its ")), as \(run.mapping.name) asks"
  }
}

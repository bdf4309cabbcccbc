import MapRuntime

/// Rows that the partners of their records name: which row of figures is a customer's, its account says
/// (R I-1). Where the state knows no more of them, that is what couples them again.
struct NamedRows: Sendable {
  private let integration: Integration
  private let mapping: BoundMapping

  init(_ integration: Integration, _ mapping: BoundMapping) {
    self.integration = integration
    self.mapping = mapping
  }

  /// Couples the rows that are there and have no coupling.
  ///
  /// - Returns: How many were coupled.
  func couple() async throws(StoreFailure) -> Int {
    var count = 0
    for write in mapping.document?.writeBack ?? [] {
      guard let owner = integration.mapping(write.mapping), owner.pair.bc == mapping.pair.bc,
        let field = write.set.first(where: { $0.value == .variable(.partner) })?.field
      else { continue }
      count += try await couple(field, of: owner)
    }
    return count
  }

  private func couple(
    _ field: String, of owner: BoundMapping
  ) async throws(StoreFailure) -> Int {
    let state = integration.state
    let job = try await integration.begin(
      Job(
        mapping: mapping.name, direction: .toSales, kind: .coupling, trigger: .person,
        started: integration.clock()))
    var count = 0
    var after: Guid?
    while !Task.isCancelled {
      let page = try await state.couplings(owner.pair, after: after, limit: 1000)
      guard let last = page.last else { break }
      after = last.bcID
      var outcome = PageOutcome(
        job: job, mapping: mapping.name, pair: mapping.pair, direction: .toSales,
        at: integration.clock())
      outcome.origin = .coupled
      outcome.created = try await found(field, page, of: owner)
      guard !outcome.created.isEmpty else { continue }
      outcome.counters.coupled = outcome.created.count
      count += outcome.created.count - (try await state.record(outcome).refused.count)
    }
    var counters = JobCounters()
    counters.coupled = count
    try await integration.endBefore(
      JobReport(id: job, mapping: mapping.name, direction: .toSales, counters: counters))
    return count
  }

  /// The couplings of the rows that some partners name.
  private func found(
    _ field: String, _ owners: [Coupling], of owner: BoundMapping
  ) async throws(StoreFailure) -> [Coupling] {
    let known = try await integration.state.couplings(
      mapping.pair, .bc, ids: owners.map(\.bcID))
    let open = zip(owners, known).filter { $1 == nil }.map(\.0)
    guard !open.isEmpty else { return [] }
    var named: [Guid: Guid] = [:]
    for row in try await integration.sales.rows(
      of: owner.pair.sales, [field], ids: open.map(\.salesID))
    {
      named[row.id] = row.values.first?.lookup?.id
    }
    let there = try await Self.there(mapping.type, named.values.sorted(), integration)
    return open.compactMap { coupling in
      guard let row = named[coupling.salesID], there.contains(row) else { return nil }
      return Coupling(bcID: coupling.bcID, salesID: row, bcKey: coupling.bcKey)
    }
  }

  private static func there<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ ids: [Guid], _ integration: Integration
  ) async throws(StoreFailure) -> Set<Guid> {
    Set(try await integration.sales.records(Mapping.SalesRecord.self, ids: ids).map(\.id))
  }
}

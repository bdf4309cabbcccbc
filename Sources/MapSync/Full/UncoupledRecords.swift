import MapRuntime

/// Records without a partner when all records are looked at again. As long as the other side holds
/// such records too, nobody knows whether they are partners: they rest, and a person decides, so
/// that nothing is made twice.
struct UncoupledRecords {
  let integration: Integration
  let mapping: BoundMapping
  /// The sides that hold records whose coupling leads to one that is gone: whoever entered that one
  /// again made a record without a partner.
  let bereft: Set<Side>

  /// Lets them rest on each side from which the mapping creates, where both sides hold some.
  func rest() async throws(StoreFailure) {
    try await rest(mapping.type)
  }

  private func rest<Mapping: CompiledMapping>(
    _ type: Mapping.Type
  ) async throws(StoreFailure) {
    guard try await hasSome(type, .bc), try await hasSome(type, .sales) else { return }
    for direction in mapping.policy.creates.sorted(by: { $0.rawValue < $1.rawValue }) {
      try await pages(type, direction.source) { records throws(StoreFailure) in
        let entries = records.map { id, name in
          Entry(
            mapping: mapping.name, direction: direction, kind: .skipped, sourceID: id,
            sourceName: name,
            message: "has no partner, and may be one of the records of "
              + "'\(mapping.table(direction.target).name)' without one: couple it; 'mapsync "
              + "retry' and then 'mapsync create' make it a new one", at: integration.clock())
        }
        try await integration.state.skip(mapping.pair, entries)
        return true
      }
    }
  }

  private func hasSome<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ side: Side
  ) async throws(StoreFailure) -> Bool {
    if bereft.contains(side) { return true }
    var found = false
    try await pages(type, side) { records throws(StoreFailure) in
      found = !records.isEmpty
      return !found
    }
    return found
  }

  /// The uncoupled records of a side within the mapping's filter, until the body has enough.
  private func pages<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ side: Side,
    _ body: ([(id: Guid, name: String)]) async throws(StoreFailure) -> Bool
  ) async throws(StoreFailure) {
    switch side {
    case .bc:
      try await pages(Mapping.BCRecord.self, type, .bc, body)
    case .sales:
      try await pages(Mapping.SalesRecord.self, type, .sales, body)
    }
  }

  private func pages<Mapping: CompiledMapping, Record: TableRecord>(
    _ record: Record.Type, _ type: Mapping.Type, _ side: Side,
    _ body: ([(id: Guid, name: String)]) async throws(StoreFailure) -> Bool
  ) async throws(StoreFailure) {
    let store = integration.store(side)
    let query = RecordQuery(
      FilterInForce<Mapping>(mapping.policy, integration.run, integration).condition(side),
      company: CompanyQuery.of(mapping, side, integration))
    // A Sales record may be the partner of a record of another BC table.
    let pairs =
      side == .bc
      ? [mapping.pair]
      : integration.mappings.map(\.pair).filter { $0.sales == mapping.pair.sales }
    var after: Guid?
    while !Task.isCancelled {
      let page = try await store.records(record, query, after: after, limit: store.batchSize)
      guard let last = page.last else { return }
      after = last.id
      let coupled = try await integration.state.coupled(pairs, side, ids: page.map(\.id))
      let open = page.filter { !coupled.contains($0.id) }
        .map { (id: $0.id, name: RecordName.of($0.record, id: $0.id)) }
      if !open.isEmpty, try await !body(open) { return }
    }
  }
}

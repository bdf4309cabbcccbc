import MapRuntime

/// Records without a partner when all records are looked at again. As long as the other side holds
/// such records too, nobody knows whether they are partners: they rest, and a person decides, so
/// that nothing is made twice. Documents that BC has finished with are not there to be found: whatever
/// Sales has for BC rests.
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
    var mayBePartners = try await hasSome(type, .bc)
    if mayBePartners { mayBePartners = try await hasSome(type, .sales) }
    for direction in mapping.policy.creates.sorted(by: { $0.rawValue < $1.rawValue }) {
      let isForBC = mapping.takesDocuments && direction == .toBC
      guard mayBePartners || isForBC else { continue }
      let states = isForBC ? mapping.document?.states?.condition([.takeIn]) : nil
      try await pages(type, direction.source, states) { records throws(StoreFailure) in
        let entries = records.map { id, name in
          Entry(
            mapping: mapping.name, direction: direction, kind: .skipped, sourceID: id,
            sourceName: name, message: message(name, direction), at: integration.clock())
        }
        try await integration.state.skip(mapping.pair, entries)
        return true
      }
    }
  }

  /// How many uncoupled records within its filter a side holds, counted up to a limit.
  func count(_ side: Side, upTo limit: Int) async throws(StoreFailure) -> Int {
    try await count(mapping.type, side, upTo: limit)
  }

  private func count<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ side: Side, upTo limit: Int
  ) async throws(StoreFailure) -> Int {
    var count = 0
    try await pages(type, side) { records throws(StoreFailure) in
      count += records.count
      return count < limit
    }
    return min(count, limit)
  }

  /// What a person can do.
  private func message(_ name: String, _ direction: Direction) -> String {
    let table = mapping.table(direction.target).name
    guard mapping.takesDocuments else {
      return "has no partner, and may be one of the records of '\(table)' without one: couple it; "
        + "'mapsync retry' and then 'mapsync create' make it a new one"
    }
    let system = direction.target == .bc ? "Business Central" : "Sales"
    let words = [mapping.name, name].map(CommandWord.of).joined(separator: " ")
    return "may be in \(system) already, and no coupling says so: couple it with its record of "
      + "'\(table)'; where it is not there, 'mapsync retry \(words)' lets it be taken in"
  }

  private func hasSome<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ side: Side
  ) async throws(StoreFailure) -> Bool {
    if bereft.contains(side) { return true }
    return try await count(type, side, upTo: 1) > 0
  }

  /// The uncoupled records of a side within the mapping's filter, until the body has enough.
  private func pages<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ side: Side, _ more: RowCondition? = nil,
    _ body: ([(id: Guid, name: String)]) async throws(StoreFailure) -> Bool
  ) async throws(StoreFailure) {
    switch side {
    case .bc:
      try await pages(Mapping.BCRecord.self, type, .bc, more, body)
    case .sales:
      try await pages(Mapping.SalesRecord.self, type, .sales, more, body)
    }
  }

  private func pages<Mapping: CompiledMapping, Record: TableRecord>(
    _ record: Record.Type, _ type: Mapping.Type, _ side: Side, _ more: RowCondition?,
    _ body: ([(id: Guid, name: String)]) async throws(StoreFailure) -> Bool
  ) async throws(StoreFailure) {
    let store = integration.store(side)
    var condition = FilterInForce<Mapping>(mapping.policy, integration.run, integration)
      .condition(side)
    condition.clauses += more?.clauses ?? []
    let query = RecordQuery(condition, company: CompanyQuery.of(mapping, side, integration))
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
      var open = page.filter { !coupled.contains($0.id) }
      // What hangs on a coupling of another mapping has no partner before that is made.
      if side == .bc {
        for owner in mapping.policy.sameRecord.compactMap(integration.mapping) {
          let owners = try await integration.state.coupled(
            [owner.pair], side, ids: open.map(\.id))
          open.removeAll { !owners.contains($0.id) }
        }
      }
      let named = open.map { (id: $0.id, name: integration.name(of: $0.record, id: $0.id)) }
      if !named.isEmpty, try await !body(named) { return }
    }
  }
}

import MapRuntime

/// Couplings of which a side is gone: found, and then uncoupled, restored or deleted (F11, F12;
/// R D-35).
public struct LostPartners: Sendable {
  public let integration: Integration

  public init(_ integration: Integration) { self.integration = integration }

  /// Marks the couplings whose partner is gone as skipped; those of which both are gone go.
  ///
  /// - Parameter settle: Told the couplings with a missing side, a page at a time, so that nothing is
  ///   held in memory but that; and what works on them while the mapping is held.
  /// - Returns: How many those are.
  @discardableResult
  public func find(
    _ mapping: BoundMapping,
    settle: (LostPartners, [LostPartner]) async throws(StoreFailure) -> Void = { _, _ in }
  ) async throws(StoreFailure) -> Int {
    try await integration.holding(mapping) { integration throws(StoreFailure) in
      try await LostPartners(integration).findAll(mapping, settle: settle)
    }
  }

  private func findAll(
    _ mapping: BoundMapping,
    settle: (LostPartners, [LostPartner]) async throws(StoreFailure) -> Void
  ) async throws(StoreFailure) -> Int {
    var count = 0
    var after: Guid?
    while !Task.isCancelled {
      let page = try await integration.state.couplings(mapping.pair, after: after, limit: 1000)
      guard let last = page.last else { break }
      after = last.bcID
      let lost = try await missing(mapping, page)
      let both = lost.filter { $0.missing.count == 2 }
      if !both.isEmpty {
        try await integration.state.uncouple(
          mapping.pair, bcIDs: both.map(\.coupling.bcID), releases: false, job: 0,
          at: integration.clock())
      }
      let one = lost.filter { $0.missing.count == 1 }
      guard !one.isEmpty else { continue }
      try await integration.state.skip(mapping.pair, one.map { entry($0, mapping) })
      count += one.count
      try await settle(self, one)
    }
    return count
  }

  /// Which sides of some couplings are gone.
  public func missing(
    _ mapping: BoundMapping, _ couplings: [Coupling]
  ) async throws(StoreFailure) -> [LostPartner] {
    try await Self.missing(mapping.type, couplings, integration)
  }

  /// Creates the missing side again from the one that is left (R D-33). The coupling goes with the
  /// transaction that stores the new one, so that a crash leaves either of them.
  public func restore(
    _ mapping: BoundMapping, _ partners: [LostPartner]
  ) async throws(StoreFailure) -> [JobReport] {
    var reports: [JobReport] = []
    for side in Side.allCases {
      let couplings = partners.filter { $0.missing == [side] }.map(\.coupling)
      guard !couplings.isEmpty else { continue }
      reports.append(
        try await Synchronizer(integration).run(
          mapping, side == .sales ? .toSales : .toBC, .create,
          ids: couplings.map { $0.id(side.other) }))
    }
    return reports
  }

  /// Deletes the side that is left, and the coupling.
  public func delete(
    _ mapping: BoundMapping, _ partners: [LostPartner]
  ) async throws(StoreFailure) -> [WriteResult] {
    try await integration.holding(mapping) { integration throws(StoreFailure) in
      try await LostPartners(integration).deleteRest(mapping, partners)
    }
  }

  private func deleteRest(
    _ mapping: BoundMapping, _ partners: [LostPartner]
  ) async throws(StoreFailure) -> [WriteResult] {
    var results: [WriteResult] = []
    for side in Side.allCases {
      let couplings = partners.filter { $0.missing == [side] }.map(\.coupling)
      guard !couplings.isEmpty else { continue }
      let deleted = try await WriteRetry.again(couplings.map { $0.id(side.other) }) {
        ids throws(StoreFailure) in
        try await integration.store(side.other).delete(ids, from: mapping.table(side.other))
      }
      // A record that may not be deleted keeps its coupling.
      let gone = zip(couplings, deleted).filter { $1.isGone }.map(\.0.bcID)
      try await integration.state.uncouple(
        mapping.pair, bcIDs: gone, releases: false, job: 0, at: integration.clock())
      results += deleted
    }
    return results
  }

  private static func missing<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ couplings: [Coupling], _ integration: Integration
  ) async throws(StoreFailure) -> [LostPartner] {
    let bc = Set(
      try await integration.bc.records(Mapping.BCRecord.self, ids: couplings.map(\.bcID))
        .map(\.id))
    let sales = Set(
      try await integration.sales.records(
        Mapping.SalesRecord.self, ids: couplings.map(\.salesID)
      ).map(\.id))
    return couplings.compactMap { coupling in
      var missing: [Side] = []
      if !bc.contains(coupling.bcID) { missing.append(.bc) }
      if !sales.contains(coupling.salesID) { missing.append(.sales) }
      return missing.isEmpty ? nil : LostPartner(coupling: coupling, missing: missing)
    }
  }

  private func entry(_ partner: LostPartner, _ mapping: BoundMapping) -> Entry {
    let direction: Direction = partner.missing == [.sales] ? .toSales : .toBC
    let table = mapping.table(direction.target).name
    return Entry(
      mapping: mapping.name, direction: direction, kind: .skipped,
      sourceID: partner.coupling.id(direction.source),
      sourceName: RecordKey.shown(partner.coupling.bcKey),
      targetID: partner.coupling.id(direction.target),
      message: "is coupled to a record of '\(table)' that was deleted", at: integration.clock())
  }
}

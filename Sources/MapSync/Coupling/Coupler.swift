import MapRuntime

/// Couples and uncouples records (F1, F5; R D-3, D-4, D-53 to D-55).
public struct Coupler: Sendable {
  public let integration: Integration

  public init(_ integration: Integration) { self.integration = integration }

  /// Couples one record of each side. A second partner is refused, unless the present one no longer
  /// exists.
  public func couple(
    _ mapping: BoundMapping, bc: Guid, sales: Guid
  ) async throws(StoreFailure) -> CouplingResult {
    try await integration.holding(mapping) { integration throws(StoreFailure) in
      try await Self.couple(mapping.type, mapping, bc, sales, integration)
    }
  }

  /// Removes couplings, with what hangs on them, and releases the Sales records' company.
  ///
  /// - Returns: The mapping's own job, and those of the mappings whose couplings went with it.
  public func uncouple(
    _ mapping: BoundMapping, bcIDs: [Guid]
  ) async throws(StoreFailure) -> [JobReport] {
    try await integration.holding(mapping) { integration throws(StoreFailure) in
      try await Uncoupling(integration, mapping).run(bcIDs)
    }
  }

  /// Removes all couplings of a mapping, page by page.
  ///
  /// - Returns: The same as for some of them.
  public func uncoupleAll(_ mapping: BoundMapping) async throws(StoreFailure) -> [JobReport] {
    try await integration.holding(mapping) { integration throws(StoreFailure) in
      try await Uncoupling(integration, mapping).runAll()
    }
  }

  private static func couple<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ bc: Guid, _ sales: Guid,
    _ integration: Integration
  ) async throws(StoreFailure) -> CouplingResult {
    let state = integration.state
    guard
      let bcRecord = try await integration.bc.records(Mapping.BCRecord.self, ids: [bc]).first
    else { return .missing(.bc) }
    if WriteInExclusion(Mapping.BCRecord.table, integration.run, integration)
      .excludes(bcRecord.record)
    {
      return .writeIn
    }
    let salesRecord = try await integration.sales.records(
      Mapping.SalesRecord.self, ids: [sales]
    ).first
    guard salesRecord != nil else { return .missing(.sales) }
    let ofBC = try await state.couplings(mapping.pair, .bc, ids: [bc])[0]
    let ofSales = try await state.couplings(mapping.pair, .sales, ids: [sales])[0]
    if let ofBC, ofBC.salesID == sales { return .already }
    if let ofBC {
      let partner = try await integration.sales.records(
        Mapping.SalesRecord.self, ids: [ofBC.salesID])
      guard partner.isEmpty else { return .taken(.bc, by: ofBC) }
    }
    if let ofSales {
      let partner = try await integration.bc.records(Mapping.BCRecord.self, ids: [ofSales.bcID])
      if let partner = partner.first {
        var taken = ofSales
        taken.bcKey = partner.record.key
        return .taken(.sales, by: taken)
      }
    }
    let now = integration.clock()
    let job = try await integration.begin(
      Job(
        mapping: mapping.name, direction: .toSales, kind: .coupling, trigger: .person,
        started: now))
    var outcome = PageOutcome(
      job: job, mapping: mapping.name, pair: mapping.pair, direction: .toSales, at: now)
    outcome.removed = [ofBC, ofSales].compactMap { $0 }
    let coupling = Coupling(bcID: bc, salesID: sales, bcKey: bcRecord.record.key)
    outcome.entries = Entry.justCoupled(
      coupling, mapping, name: integration.name(of: bcRecord.record, id: bcRecord.id), job,
      at: now)
    outcome.couplings = [coupling]
    outcome.counters.coupled = 1
    outcome.events = [
      HistoryEvent(
        at: now, kind: .coupled, mapping: mapping.name, bcID: bc, salesID: sales, job: job,
        message: "by hand")
    ]
    let refused = try await state.record(outcome).refused
    try await state.finishJob(job, at: integration.clock(), message: nil)
    if refused.isEmpty { try await Scheduler.wake(coupled: mapping, integration) }
    return refused.isEmpty ? .coupled : .taken(.bc, by: coupling)
  }
}

extension Entry {
  /// What lets the next run look at two records that were just coupled, wherever its mark stands: they
  /// have no versions yet (R D-4).
  ///
  /// - Parameter name: What people know the BC record by.
  static func justCoupled(
    _ coupling: Coupling, _ mapping: BoundMapping, name: String, _ job: JobID, at: DateTimeValue
  ) -> [Entry] {
    mapping.policy.directions.sorted { $0.rawValue < $1.rawValue }.map { direction in
      Entry(
        mapping: mapping.name, direction: direction, kind: .interrupted,
        sourceID: coupling.id(direction.source), sourceName: name,
        targetID: coupling.id(direction.target),
        message: "is looked at by the next run: it was just coupled", job: job, at: at)
    }
  }
}

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
  /// - Returns: The job in which couplings went of which both sides are gone; none where there were
  ///   none.
  @discardableResult
  public func find(
    _ mapping: BoundMapping,
    settle: (LostPartners, [LostPartner]) async throws(StoreFailure) -> Void = { _, _ in }
  ) async throws(StoreFailure) -> [JobReport] {
    try await integration.holding(mapping) { integration throws(StoreFailure) in
      try await LostPartners(integration).findAll(mapping, settle: settle)
    }
  }

  private func findAll(
    _ mapping: BoundMapping,
    settle: (LostPartners, [LostPartner]) async throws(StoreFailure) -> Void
  ) async throws(StoreFailure) -> [JobReport] {
    var ended = JobSeries()
    var after: Guid?
    while !Task.isCancelled {
      let page = try await integration.state.couplings(mapping.pair, after: after, limit: 1000)
      guard let last = page.last else { break }
      after = last.bcID
      let lost = try await withoutEnded(missing(mapping, page), mapping)
      let both = lost.filter { $0.missing.count == 2 }
      if !both.isEmpty {
        let job = try await ended.job(
          mapping, .toSales, message: "both records were deleted", isNamed: true, integration)
        try await integration.state.uncouple(
          mapping.pair, bcIDs: both.map(\.coupling.bcID), releases: false, job: job,
          at: integration.clock())
        var counters = JobCounters()
        counters.uncoupled = both.count
        try await ended.end(
          job, counters, done: both.map(\.name), integration)
      }
      let one = lost.filter { $0.missing.count == 1 }
      guard !one.isEmpty else { continue }
      try await integration.state.skip(mapping.pair, one.map { entry($0, mapping) })
      try await settle(self, one)
    }
    return ended.reports
  }

  /// Without documents of which BC knows how they ended: those were posted or deleted, and are not lost
  /// (R F-3, E-37). A posted invoice has no such end: one that was deleted is lost (R D-35).
  private func withoutEnded(
    _ partners: [LostPartner], _ mapping: BoundMapping
  ) async throws(StoreFailure) -> [LostPartner] {
    guard mapping.takesDocuments, mapping.document?.kind != .postedInvoice else { return partners }
    let gone = partners.filter { $0.missing.contains(.bc) }.map(\.coupling.bcID)
    guard !gone.isEmpty else { return partners }
    let ended = try await integration.bc.ends(of: gone, in: mapping.table(.bc))
    return partners.filter { ended[$0.coupling.bcID] == nil }
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

  /// Deletes the side that is left, and the coupling. What may not be deleted keeps its coupling, and
  /// is told with the system's reason.
  ///
  /// - Parameter series: Gets a job for each direction in which something was deleted.
  public func delete(
    _ mapping: BoundMapping, _ partners: [LostPartner], _ series: inout JobSeries
  ) async throws(StoreFailure) {
    try await integration.holding(mapping) { integration throws(StoreFailure) in
      for side in Side.allCases {
        let some = partners.filter { $0.missing == [side] }
        guard !some.isEmpty else { continue }
        try await LostPartners(integration).delete(mapping, some, side.other, &series)
      }
    }
  }

  private func delete(
    _ mapping: BoundMapping, _ partners: [LostPartner], _ left: Side, _ series: inout JobSeries
  ) async throws(StoreFailure) {
    let direction: Direction = left == .bc ? .toSales : .toBC
    let job = try await series.job(
      mapping, direction,
      message: "deleted from '\(mapping.table(left).name)', since their partners were gone",
      isNamed: true, integration)
    let results = try await WriteRetry.again(partners.map { $0.coupling.id(left) }) {
      ids throws(StoreFailure) in
      try await integration.store(left).delete(ids, from: mapping.table(left))
    }
    let gone = zip(partners, results).filter { $1.isGone }.map(\.0)
    let kept = zip(partners, results).filter { !$1.isGone }
    let now = integration.clock()
    var outcome = PageOutcome(
      job: job, mapping: mapping.name, pair: mapping.pair, direction: direction, at: now)
    outcome.counters.deleted = gone.count
    outcome.counters.failed = kept.count
    outcome.events = gone.map { partner in
      HistoryEvent(
        at: now, kind: .deleted, mapping: mapping.name, direction: direction,
        bcID: partner.coupling.bcID, salesID: partner.coupling.salesID, job: job,
        message: "\(mapping.table(left).name) \(partner.name), after its partner")
    }
    _ = try await integration.state.record(outcome)
    try await integration.state.uncouple(
      mapping.pair, bcIDs: gone.map(\.coupling.bcID), releases: false, job: job, at: now)
    var counters = outcome.counters
    counters.uncoupled = gone.count
    try await series.end(
      job, counters, done: gone.map(\.name),
      passedOver: kept.map { partner, result in
        PassedOver(
          name: partner.name,
          message: result.sentence ?? "was changed meanwhile, and stays", isDone: false,
          id: partner.coupling.bcID)
      }, integration)
  }

  private static func missing<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ couplings: [Coupling], _ integration: Integration
  ) async throws(StoreFailure) -> [LostPartner] {
    let bc = Set(
      try await integration.bc.records(Mapping.BCRecord.self, ids: couplings.map(\.bcID))
        .map(\.id))
    let found = try await integration.sales.records(
      Mapping.SalesRecord.self, ids: couplings.map(\.salesID))
    let sales = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    return couplings.compactMap { coupling in
      var missing: [Side] = []
      if !bc.contains(coupling.bcID) { missing.append(.bc) }
      let left = sales[coupling.salesID]
      if left == nil { missing.append(.sales) }
      guard !missing.isEmpty else { return nil }
      let name =
        left.map { integration.name(of: $0.record, id: $0.id) }
        ?? integration.name(of: coupling.bcKey, in: Mapping.BCRecord.table.name)
      return LostPartner(coupling: coupling, missing: missing, name: name)
    }
  }

  private func entry(_ partner: LostPartner, _ mapping: BoundMapping) -> Entry {
    let direction: Direction = partner.missing == [.sales] ? .toSales : .toBC
    let table = mapping.table(direction.target).name
    let source = partner.coupling.id(direction.source)
    // A document is taken in once, and never restored.
    let message =
      mapping.takesDocuments
      ? "its document of '\(table)' is gone; 'mapsync uncouple \(CommandWord.of(mapping.name)) "
        + "\(CommandWord.of(partner.name))' forgets that it was there"
      : "is coupled to a record of '\(table)' that was deleted"
        + (direction == .toBC
          ? ": \(integration.name(of: partner.coupling.bcKey, in: mapping.pair.bc))" : "")
    return Entry(
      mapping: mapping.name, direction: direction, kind: .skipped,
      sourceID: source,
      sourceName: partner.name,
      targetID: partner.coupling.id(direction.target),
      message: message, at: integration.clock())
  }
}

import MapRuntime

/// Takes couplings apart: the company reference goes, dependents go with it (R D-53 to D-55).
struct Uncoupling: Sendable {
  let integration: Integration
  let mapping: BoundMapping

  init(_ integration: Integration, _ mapping: BoundMapping) {
    self.integration = integration
    self.mapping = mapping
  }

  /// - Returns: The mapping's own job, and those of the mappings whose couplings went with it.
  func run(_ bcIDs: [Guid]) async throws(StoreFailure) -> [JobReport] {
    var others = JobSeries()
    let (id, counters) = try await job { job throws(StoreFailure) in
      let couplings = try await integration.state.couplings(mapping.pair, .bc, ids: bcIDs)
        .compactMap { $0 }
      return try await remove(couplings, job, &others)
    }
    return [try await integration.end(report(id, counters))] + others.reports
  }

  /// The same as what goes with the couplings of an owner.
  ///
  /// - Parameter deleted: How many records were deleted with it.
  func run(
    _ bcIDs: [Guid], with owner: BoundMapping, deleted: Int = 0, _ series: inout JobSeries
  ) async throws(StoreFailure) {
    let job = try await series.job(
      mapping, .toSales, message: "went with the couplings of \(owner.name)", integration)
    let couplings = try await integration.state.couplings(mapping.pair, .bc, ids: bcIDs)
      .compactMap { $0 }
    var counters = try await remove(couplings, job, &series)
    if deleted > 0 {
      var outcome = PageOutcome(
        job: job, mapping: mapping.name, pair: mapping.pair, direction: .toSales,
        at: integration.clock())
      outcome.counters.deleted = deleted
      _ = try await integration.state.record(outcome)
      counters.deleted = deleted
    }
    try await series.end(job, counters, integration)
  }

  func runAll() async throws(StoreFailure) -> [JobReport] {
    var others = JobSeries()
    let (id, counters) = try await job { job throws(StoreFailure) in
      var counters = JobCounters()
      while !Task.isCancelled {
        let page = try await integration.state.couplings(mapping.pair, after: nil, limit: 1000)
        if page.isEmpty { break }
        counters += try await remove(page, job, &others)
      }
      var strays = PageOutcome(
        job: job, mapping: mapping.name, pair: mapping.pair, direction: .toSales,
        at: integration.clock())
      strays.counters.modified = try await releaseStrays()
      _ = try await integration.state.record(strays)
      counters += strays.counters
      return counters
    }
    return [try await integration.end(report(id, counters))] + others.reports
  }

  /// Releases what an uncoupling that was killed had not released yet; but nothing that is coupled
  /// again by now.
  func releaseLeft() async throws(StoreFailure) {
    let left = try await integration.state.releases(mapping.pair)
    guard !left.isEmpty else { return }
    let (id, counters) = try await job { job throws(StoreFailure) in
      var outcome = PageOutcome(
        job: job, mapping: mapping.name, pair: mapping.pair, direction: .toSales,
        at: integration.clock())
      let coupled = try await integration.state.coupled(pairs, .sales, ids: left)
      outcome.counters.modified = try await release(left.filter { !coupled.contains($0) })
      outcome.released = left
      return try await integration.state.record(outcome).counters
    }
    try await integration.endBefore(report(id, counters))
  }

  private func remove(
    _ couplings: [Coupling], _ job: JobID, _ others: inout JobSeries
  ) async throws(StoreFailure) -> JobCounters {
    var counters = JobCounters()
    var couplings = couplings
    var outcome = PageOutcome(
      job: job, mapping: mapping.name, pair: mapping.pair, direction: .toSales,
      at: integration.clock())
    if !mapping.policy.sameRecord.isEmpty {
      (couplings, outcome.counters.deleted) = try await SameRecordRows.deleteOwn(
        couplings, of: mapping, integration)
    }
    guard !couplings.isEmpty else { return counters }
    for dependent in dependents {
      let lost = try await DependentCouplings(integration, dependent, of: mapping)
        .couplings(of: couplings)
      guard !lost.isEmpty else { continue }
      let ids = lost.map(\.bcID)
      try await integration.holding(dependent) { integration throws(StoreFailure) in
        try await Uncoupling(integration, dependent).run(ids, with: mapping, &others)
      }
    }
    try await sameRecord.remove(with: couplings, &others)
    // With the couplings go the entries of their records, which nobody is to retry any more. They go
    // first: what is written to a coupled record would count as a change of it. What a crash leaves
    // between the two stays noted, and whoever works on the pair next does it.
    try await integration.state.uncouple(
      mapping.pair, bcIDs: couplings.map(\.bcID), releases: hasCompany, job: job, at: outcome.at)
    outcome.released = couplings.map(\.salesID)
    outcome.counters.modified = try await release(outcome.released)
    _ = try await integration.state.record(outcome)
    counters.modified = outcome.counters.modified
    counters.deleted = outcome.counters.deleted
    counters.uncoupled = couplings.count
    return counters
  }

  /// The lines of a header, and records that belong to this mapping's: contacts of a customer
  /// (R D-54).
  private var dependents: [BoundMapping] {
    integration.mappings.filter { $0.policy.parent == mapping.name }
      + BelongingMappings.of(mapping, integration)
  }

  /// All pairs with this mapping's Sales table.
  private var pairs: [TablePair] {
    integration.mappings.map(\.pair).filter { $0.sales == mapping.pair.sales }
  }

  private var hasCompany: Bool {
    integration.table(.sales, mapping.pair.sales)?.roles.company != nil
      && integration.company != nil
  }

  private var sameRecord: SameRecordRows { SameRecordRows(integration, of: mapping) }

  /// Clears the company of Sales records that exist, and what they call rows that went with their
  /// coupling.
  private func release(_ ids: [Guid]) async throws(StoreFailure) -> Int {
    try await sameRecord.clearNames(in: ids)
    guard hasCompany, !ids.isEmpty else { return 0 }
    let results = try await WriteRetry.again(ids) { ids throws(StoreFailure) in
      try await integration.sales.setCompany(nil, of: ids, in: mapping.table(.sales))
    }
    return results.count { if case .written = $0 { true } else { false } }
  }

  /// Company references that were left behind without a coupling (R D-55).
  private func releaseStrays() async throws(StoreFailure) -> Int {
    guard hasCompany, let company = integration.company else { return 0 }
    return try await Self.strays(mapping.type, mapping, company, integration)
  }

  private static func strays<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ company: Guid, _ integration: Integration
  ) async throws(StoreFailure) -> Int {
    let query = RecordQuery(
      Mapping.filter(.sales, integration.run),
      company: RecordQuery.Company(company, acceptsNone: false))
    let uncoupling = Uncoupling(integration, mapping)
    var after: Guid?
    var released = 0
    while !Task.isCancelled {
      let page = try await integration.sales.records(
        Mapping.SalesRecord.self, query, after: after, limit: integration.sales.batchSize)
      guard let last = page.last else { break }
      after = last.id
      let coupled = try await integration.state.coupled(
        uncoupling.pairs, .sales, ids: page.map(\.id))
      let strays = page.map(\.id).filter { !coupled.contains($0) }
      released += try await uncoupling.release(strays)
    }
    return released
  }

  private func job(
    _ body: (JobID) async throws(StoreFailure) -> JobCounters
  ) async throws(StoreFailure) -> (JobID, JobCounters) {
    let id = try await integration.begin(
      Job(
        mapping: mapping.name, direction: .toSales, kind: .uncoupling, trigger: .person,
        started: integration.clock()))
    return (id, try await body(id))
  }

  private func report(_ id: JobID, _ counters: JobCounters) -> JobReport {
    JobReport(id: id, mapping: mapping.name, direction: .toSales, counters: counters)
  }
}

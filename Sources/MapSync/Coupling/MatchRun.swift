import MapRuntime

/// One run of match-based coupling.
struct MatchRun<Mapping: CompiledMapping>: Sendable {
  let integration: Integration
  let mapping: BoundMapping
  let policy: MatchPolicy
  let values: RunValues
  let isQuiet: Bool

  init(
    _ integration: Integration, _ mapping: BoundMapping, _ policy: MatchPolicy, isQuiet: Bool
  ) {
    self.integration = integration
    self.mapping = mapping
    self.policy = policy
    values = integration.run
    self.isQuiet = isQuiet
  }

  func run(_ bcIDs: [Guid]?) async throws(StoreFailure) -> [JobReport] {
    let state = integration.state
    let job = try await state.startJob(
      Job(
        mapping: mapping.name, direction: .toSales, kind: .coupling, trigger: .person,
        started: integration.clock()))
    var total = JobCounters()
    var coupled: [Guid] = []
    var unmatched: [Guid] = []
    try await pages(bcIDs) { records throws(StoreFailure) in
      let (open, unmoved) = try await open(records)
      coupled += unmoved
      let (outcome, pageCoupled, pageUnmatched) = try await couple(open, job)
      total += outcome
      coupled += pageCoupled
      unmatched += pageUnmatched
    }
    try await state.finishJob(
      job, at: integration.clock(),
      message: total.failed == 0 ? nil : "\(total.failed) records found no partner")
    var reports = [
      JobReport(id: job, mapping: mapping.name, direction: .toSales, counters: total)
    ]
    let synchronizer = Synchronizer(integration)
    if policy.unmatched == .create, !unmatched.isEmpty {
      reports.append(
        try await synchronizer.run(mapping, .toSales, .create, ids: unmatched))
    }
    if policy.then == .synchronize, !isQuiet, !coupled.isEmpty {
      reports += try await move(coupled, synchronizer)
    }
    return reports
  }

  /// Moves data after coupling: the winner's, or both (R D-50).
  private func move(
    _ bcIDs: [Guid], _ synchronizer: Synchronizer
  ) async throws(StoreFailure) -> [JobReport] {
    let directions: [Direction] =
      switch mapping.policy.updateConflict {
      case .bcWins: [.toSales]
      case .salesWins: [.toBC]
      case .refuse: [.toSales, .toBC]
      }
    var reports: [JobReport] = []
    for direction in directions where mapping.policy.directions.contains(direction) {
      var ids = bcIDs
      if direction == .toBC {
        ids = try await integration.state.couplings(mapping.pair, .bc, ids: bcIDs)
          .compactMap { $0?.salesID }
      }
      reports.append(try await synchronizer.run(mapping, direction, .now, ids: ids))
    }
    return reports
  }

  private func pages(
    _ bcIDs: [Guid]?,
    _ body: ([StoredRecord<Mapping.BCRecord>]) async throws(StoreFailure) -> Void
  ) async throws(StoreFailure) {
    let limit = integration.bc.batchSize
    if let bcIDs {
      var first = 0
      while first < bcIDs.count {
        let batch = Array(bcIDs[first..<min(first + limit, bcIDs.count)])
        first += batch.count
        try await body(try await integration.bc.records(Mapping.BCRecord.self, ids: batch))
      }
      return
    }
    let query = RecordQuery(filter.condition(.bc))
    var after: Guid?
    while !Task.isCancelled {
      let page = try await integration.bc.records(
        Mapping.BCRecord.self, query, after: after, limit: limit)
      guard let last = page.last else { break }
      after = last.id
      try await body(page)
    }
  }

  /// The uncoupled records, and the coupled ones whose data is still to move: a crash may have come
  /// between their coupling and that (B6).
  private func open(
    _ records: [StoredRecord<Mapping.BCRecord>]
  ) async throws(StoreFailure) -> (records: [StoredRecord<Mapping.BCRecord>], unmoved: [Guid]) {
    let couplings = try await integration.state.couplings(
      mapping.pair, .bc, ids: records.map(\.id))
    var open: [StoredRecord<Mapping.BCRecord>] = []
    var unmoved: [Guid] = []
    for (record, coupling) in zip(records, couplings) where filter.accepts(record.record) {
      if let coupling {
        if coupling.isUnmoved { unmoved.append(record.id) }
      } else {
        open.append(record)
      }
    }
    return (open, unmoved)
  }

  private var filter: FilterInForce<Mapping> {
    FilterInForce(policy: mapping.policy, values: values)
  }

  private func couple(
    _ records: [StoredRecord<Mapping.BCRecord>], _ job: JobID
  ) async throws(StoreFailure) -> (JobCounters, coupled: [Guid], unmatched: [Guid]) {
    let matcher = Matcher<Mapping>(integration, mapping, policy, values: values)
    let matches = try await matcher.match(records)
    var outcome = PageOutcome(
      job: job, mapping: mapping.name, pair: mapping.pair, direction: .toSales,
      at: integration.clock())
    var unmatched: [Guid] = []
    for (record, match) in zip(records, matches) {
      if case .found(let id) = match {
        outcome.couplings.append(
          Coupling(bcID: record.id, salesID: id, bcKey: record.record.key))
        outcome.counters.coupled += 1
      } else {
        if isQuiet { continue }
        unmatched.append(record.id)
        guard policy.unmatched == .report || match != .none else { continue }
        outcome.counters.failed += 1
        outcome.entries.append(entry(record, match, job))
      }
    }
    let coupled = outcome.couplings.map(\.bcID)
    _ = try await integration.state.record(outcome)
    if !coupled.isEmpty { integration.checkpoint(.afterCoupling) }
    return (outcome.counters, coupled, unmatched)
  }

  private func entry(
    _ record: StoredRecord<Mapping.BCRecord>, _ match: Matcher<Mapping>.Match, _ job: JobID
  ) -> Entry {
    let message =
      switch match {
      case .several: "several records of '\(mapping.pair.sales)' match; couple it by hand"
      case .taken: "the record of '\(mapping.pair.sales)' that matches is coupled with another"
      case .none, .found: "no record of '\(mapping.pair.sales)' matches"
      }
    return Entry(
      mapping: mapping.name, direction: .toSales, kind: .failed, sourceID: record.id,
      sourceName: RecordName.of(record.record, id: record.id), message: message, job: job,
      at: integration.clock())
  }
}

extension Coupling {
  /// Made, and then no direction came to anything. A version may be known all the same: what
  /// settles a crash notes those of intents.
  fileprivate var isUnmoved: Bool { !isSkipped && toSales == .none && toBC == .none }
}

import MapRuntime

/// One run of match-based coupling: all pages are matched before anything is created or moved, so
/// that what the run itself writes is nobody's candidate.
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

  /// - Parameter page: Told what each page came to.
  func run(
    _ bcIDs: [Guid]?, page: (JobCounters) async throws(StoreFailure) -> Void
  ) async throws(StoreFailure) -> [JobReport] {
    let job = try await integration.begin(
      Job(
        mapping: mapping.name, direction: .toSales, kind: .coupling, trigger: .person,
        started: integration.clock()))
    let matcher = try Matcher<Mapping>(integration, mapping, policy, values: values)
    var total = JobCounters()
    var pages = try self.pages(bcIDs)
    while let records = try await pages.next() {
      let counters = try await couple(try await uncoupled(records), matcher, job)
      total += counters
      try await page(counters)
    }
    let unmatched = total.failures == 1 ? "1 record" : "\(total.failures) records"
    let message = total.failures == 0 ? nil : "\(unmatched) found no partner"
    var reports = [
      try await integration.end(
        JobReport(
          id: job, mapping: mapping.name, direction: .toSales, counters: total, message: message))
    ]
    if policy.unmatched == .create, !isQuiet {
      let created = try await create(bcIDs)
      for report in created { try await page(report.counters) }
      reports += created
    }
    if policy.then == .synchronize, !isQuiet { reports += try await move(bcIDs) }
    return reports
  }

  private func pages(_ bcIDs: [Guid]?) throws(StoreFailure) -> BCPages<Mapping> {
    try BCPages(integration, mapping, values, selection: bcIDs)
  }

  /// Creates partners for what found none.
  private func create(_ bcIDs: [Guid]?) async throws(StoreFailure) -> [JobReport] {
    try await parts(bcIDs) { records throws(StoreFailure) in
      try await uncoupled(records).map(\.id)
    } each: { ids throws(StoreFailure) in
      [try await Synchronizer(integration).run(mapping, .toSales, .create.ofUnnamed, ids: ids)]
    }
  }

  /// Moves data after coupling: the winner's, or both (R D-50). What was coupled and never moved is
  /// taken too: a crash may have come between (B6).
  private func move(_ bcIDs: [Guid]?) async throws(StoreFailure) -> [JobReport] {
    let directions: [Direction] =
      switch mapping.policy.conflict.update {
      case .bcWins: [.toSales]
      case .salesWins: [.toBC]
      case .refuse: [.toSales, .toBC]
      }
    // Where no side wins, a pair that differs is refused: nobody has said which one is right.
    let isOpen = mapping.policy.conflict.update == .refuse && mapping.policy.directions.count > 1
    let mode = (isOpen ? RunMode.merge : .now).ofUnnamed
    return try await parts(bcIDs) { records throws(StoreFailure) in
      try await integration.state.couplings(mapping.pair, .bc, ids: records.map(\.id))
        .compactMap { $0 }.filter(\.isUnmoved).map(\.bcID)
    } each: { bcIDs throws(StoreFailure) in
      var reports: [JobReport] = []
      for direction in directions where mapping.policy.directions.contains(direction) {
        var ids = bcIDs
        if direction == .toBC {
          ids = try await integration.state.couplings(mapping.pair, .bc, ids: bcIDs)
            .compactMap { $0?.salesID }
        }
        reports.append(try await Synchronizer(integration).run(mapping, direction, mode, ids: ids))
      }
      return reports
    }
  }

  /// Goes through the records once more, and does something with some of them, a part at a time.
  private func parts(
    _ bcIDs: [Guid]?,
    _ chosen: ([StoredRecord<Mapping.BCRecord>]) async throws(StoreFailure) -> [Guid],
    each: ([Guid]) async throws(StoreFailure) -> [JobReport]
  ) async throws(StoreFailure) -> [JobReport] {
    var reports: [JobReport] = []
    var ids: [Guid] = []
    var pages = try self.pages(bcIDs)
    while let records = try await pages.next() {
      ids += try await chosen(records)
      // So many ids are held at most, whatever the table's size.
      guard ids.count >= 10 * integration.bc.batchSize else { continue }
      reports += try await each(ids)
      ids = []
    }
    return ids.isEmpty ? reports : try await reports + each(ids)
  }

  private func uncoupled(
    _ records: [StoredRecord<Mapping.BCRecord>]
  ) async throws(StoreFailure) -> [StoredRecord<Mapping.BCRecord>] {
    let couplings = try await integration.state.couplings(
      mapping.pair, .bc, ids: records.map(\.id))
    return zip(records, couplings).filter { $1 == nil }.map(\.0)
  }

  private func couple(
    _ records: [StoredRecord<Mapping.BCRecord>], _ matcher: Matcher<Mapping>, _ job: JobID
  ) async throws(StoreFailure) -> JobCounters {
    let whole = records.filter { $0.damage == nil }
    let matches = try await matcher.match(whole)
    var outcome = PageOutcome(
      job: job, mapping: mapping.name, pair: mapping.pair, direction: .toSales,
      at: integration.clock())
    outcome.origin = .coupled
    for record in records where !isQuiet {
      guard let damage = record.damage else { continue }
      outcome.counters.failed += 1
      outcome.entries.append(entry(record, damage, job))
    }
    for (record, match) in zip(whole, matches) {
      if case .found(let id) = match {
        let coupling = Coupling(bcID: record.id, salesID: id, bcKey: record.record.key)
        outcome.created.append(coupling)
        outcome.counters.coupled += 1
        // What follows the creation of a document was done for none that was found: its company, and what
        // was paid of it meanwhile.
        if mapping.document != nil {
          outcome.entries += Entry.justCoupled(
            coupling, mapping, name: integration.name(of: record.record, id: record.id), job,
            at: outcome.at)
        }
      } else {
        if isQuiet { continue }
        guard match != .none || policy.unmatched == .report && !createsByItself else { continue }
        outcome.counters.failed += 1
        outcome.entries.append(entry(record, match, job))
      }
    }
    let counters = try await integration.state.record(outcome).counters
    if !outcome.created.isEmpty { integration.checkpoint(.afterCoupling) }
    return counters
  }

  /// Whether the next run makes a partner for what found none: then that is no failure, and must not
  /// come to rest as one (F12).
  private var createsByItself: Bool {
    let policy = mapping.policy
    return policy.scope == .all && policy.creates.contains(.toSales) && mapping.isScheduled
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
    return entry(record, message, job)
  }

  private func entry(
    _ record: StoredRecord<Mapping.BCRecord>, _ message: String, _ job: JobID
  ) -> Entry {
    Entry(
      mapping: mapping.name, direction: .toSales, kind: .failed, sourceID: record.id,
      sourceName: integration.name(of: record.record, id: record.id), message: message, job: job,
      at: integration.clock())
  }
}

extension Coupling {
  /// Made, and then no direction came to anything. A version may be known all the same: what
  /// settles a crash notes those of intents.
  fileprivate var isUnmoved: Bool { !isSkipped && toSales == .none && toBC == .none }
}

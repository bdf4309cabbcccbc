import MapRuntime
import MapSync

/// The states of invoices in Sales, as the customer ledger has them (F27; R H-15 to H-19). It compares
/// what is there on both sides, so that it may be done again at any time, and a payment that was taken
/// back is seen like one that came.
struct InvoiceStates<Way: OneWay> {
  private let policy: DocumentPolicy
  private let run: DirectionRun<Way>
  private var state: any StateStore { run.integration.state }
  private var size: Int { run.source.batchSize }

  init(_ policy: DocumentPolicy, _ run: DirectionRun<Way>) {
    self.policy = policy
    self.run = run
  }

  /// Brings some invoices into their states.
  func refresh(_ scope: RefreshScope) async throws(StoreFailure) -> JobCounters {
    guard Way.direction == .toSales, policy.followsPayments, let states = policy.states else {
      return JobCounters()
    }
    return switch scope {
    case .news: try await refreshNews(states)
    case .all: try await refreshAll(states)
    case .sources(let ids): try await refresh(ids, states)
    }
  }

  /// Those of which the ledger has something new since the last one that was looked at (R H-20), and
  /// before them those that could not be told then.
  private func refreshNews(
    _ states: DocumentPolicy.States
  ) async throws(StoreFailure) -> JobCounters {
    let name = "\(run.mapping.name) (payments)"
    var counters = JobCounters()
    let failed = try await state.entries(
      EntryQuery(
        mapping: run.mapping.name, direction: Way.direction, kinds: [.failed], limit: .max)
    ).filter { $0.job != run.job }
    counters += try await refresh(failed.map(\.sourceID), states)
    var mark = try await state.mark(name, Way.direction)
    var hasMore = true
    while hasMore && !Task.isCancelled {
      let page = try await run.source.settlements(
        of: Way.Source.table, since: mark, limit: size)
      counters += try await refresh(page.invoices, states)
      if page.next != mark {
        try await state.move(MarkMove(from: mark, to: page.next), name, Way.direction)
      }
      mark = page.next
      hasMore = page.hasMore
    }
    return counters
  }

  private func refreshAll(
    _ states: DocumentPolicy.States
  ) async throws(StoreFailure) -> JobCounters {
    var counters = JobCounters()
    var after: Guid?
    while !Task.isCancelled {
      let couplings = try await state.couplings(run.mapping.pair, after: after, limit: size)
      guard let last = couplings.last else { break }
      after = last.bcID
      counters += try await refresh(couplings, states)
    }
    return counters
  }

  private func refresh(
    _ sources: [Guid], _ states: DocumentPolicy.States
  ) async throws(StoreFailure) -> JobCounters {
    var counters = JobCounters()
    var first = 0
    while first < sources.count && !Task.isCancelled {
      let ids = Array(sources[first..<min(first + size, sources.count)])
      first += ids.count
      let couplings = try await state.couplings(run.mapping.pair, .bc, ids: ids)
      counters += try await refresh(couplings.compactMap { $0 }, states)
    }
    return counters
  }

  private func refresh(
    _ couplings: [Coupling], _ states: DocumentPolicy.States
  ) async throws(StoreFailure) -> JobCounters {
    guard !couplings.isEmpty else { return JobCounters() }
    let payments = try await run.source.payments(
      of: couplings.map(\.bcID), in: Way.Source.table)
    let rows = try await run.target.rows(
      of: Way.Target.table.name, [states.field, states.status], ids: couplings.map(\.salesID))
    let found = Dictionary(rows.map { ($0.id, $0.values) }) { first, _ in first }
    var due: [DocumentState: [Coupling]] = [:]
    var settled: [Coupling] = []
    for coupling in couplings {
      guard let payment = payments[coupling.bcID],
        let wanted = policy.state(after: payment),
        let values = found[coupling.salesID], let now = values.first?.option,
        differs(wanted, now, values.last?.option)
      else {
        settled.append(coupling)
        continue
      }
      switch states.rule(in: now) {
      case .update, .stateOnly, .takeIn: due[wanted, default: []].append(coupling)
      case .ignore, .refuse, nil: settled.append(coupling)
      }
    }
    var counters = JobCounters()
    for (wanted, changed) in due.sorted(by: { $0.key.name < $1.key.name }) {
      counters += try await bring(changed, into: wanted)
    }
    let earlier = try await untold(settled)
    if !earlier.isEmpty {
      var outcome = outcome()
      outcome.settled = earlier.map { SettledEntry($0.sourceID, read: $0) }
      _ = try await state.record(outcome)
    }
    return counters
  }

  /// What is noted of invoices whose state could not be told before. What failed otherwise belongs to
  /// the run of the mapping.
  private func untold(_ couplings: [Coupling]) async throws(StoreFailure) -> [Entry] {
    let whole = couplings.filter { $0[Way.direction] != .failure }.map(\.bcID)
    guard !whole.isEmpty else { return [] }
    return try await state.entries(run.mapping.name, Way.direction, ids: whole)
      .filter { $0.kind == .failed || $0.kind == .skipped }
  }

  private func outcome() -> PageOutcome {
    var outcome = PageOutcome(
      job: run.job, mapping: run.mapping.name, pair: run.mapping.pair, direction: Way.direction,
      at: run.integration.clock())
    // It is tried in each run.
    outcome.rests = false
    return outcome
  }

  private func differs(
    _ wanted: DocumentState, _ state: OptionValue, _ status: OptionValue?
  ) -> Bool {
    state != wanted.state || wanted.status.map { $0 != status } ?? false
  }

  /// The Sales side first: a kill before the coupling is noted finds it done.
  private func bring(
    _ couplings: [Coupling], into wanted: DocumentState
  ) async throws(StoreFailure) -> JobCounters {
    let results = try await run.target.rewrite(
      couplings.map { FieldRow(id: $0.salesID, []) }, [], state: wanted, in: Way.Target.table)
    run.integration.checkpoint(.afterWrite)
    var outcome = outcome()
    var told: [Coupling] = []
    for (coupling, result) in zip(couplings, results) {
      switch result {
      case .written(_, let version):
        outcome.counters.modified += 1
        var coupling = coupling
        coupling.note(version, .sales)
        outcome.couplings.append(coupling)
        outcome.events.append(event(coupling, wanted))
        told.append(coupling)
      case .missing: told.append(coupling)
      case .stale: fail(coupling, "was changed meanwhile", &outcome)
      case .refused(let sentence), .failed(let sentence): fail(coupling, sentence, &outcome)
      }
    }
    outcome.settled = try await untold(told).map { SettledEntry($0.sourceID, read: $0) }
    _ = try await state.record(outcome)
    return outcome.counters
  }

  /// For `why` (B7).
  private func event(_ coupling: Coupling, _ wanted: DocumentState) -> HistoryEvent {
    HistoryEvent(
      at: run.integration.clock(), kind: .told, mapping: run.mapping.name,
      direction: Way.direction, bcID: coupling.bcID, salesID: coupling.salesID, job: run.job,
      message: Self.story(wanted))
  }

  static func story(_ state: DocumentState) -> String {
    "\(state.name), as the customer's ledger has it"
  }

  private func fail(_ coupling: Coupling, _ sentence: String, _ outcome: inout PageOutcome) {
    outcome.counters.failed += 1
    outcome.entries.append(
      Entry(
        mapping: run.mapping.name, direction: Way.direction, kind: .failed,
        sourceID: coupling.bcID, sourceName: RecordKey.shown(coupling.bcKey),
        targetID: coupling.salesID, message: "what was paid of it could not be told: \(sentence)",
        job: run.job, at: outcome.at))
  }
}

extension DocumentPolicy {
  /// Whether a document of the policy follows what is paid of its source.
  var followsPayments: Bool {
    [InvoicePayment.unpaid, .paidPartly, .paid, .cancelled].contains { state(after: $0) != nil }
  }

  /// The state of a document of which so much is paid.
  func state(after payment: InvoicePayment) -> DocumentState? {
    let event: DocumentEvent =
      switch payment {
      case .unpaid: .unpaid
      case .paidPartly: .paidPartly
      case .paid: .paid
      case .cancelled: .cancelled
      }
    return effect(of: event)?.state
  }
}

import MapRuntime
import MapSync

/// The states of invoices in Sales, as the customer ledger has them (F27; R H-15 to H-19). It compares
/// what is there on both sides, so that it may be done again at any time, and a payment that was taken
/// back is seen like one that came.
struct InvoiceStates<Way: OneWay> {
  let policy: DocumentPolicy
  let run: DirectionRun<Way>
  var state: any StateStore { run.integration.state }
  var size: Int { run.source.batchSize }
  /// Under this name it is kept how far the ledger was read.
  var ledgerMark: String { "\(run.mapping.name) (payments)" }

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
    let name = ledgerMark
    var counters = JobCounters()
    let failed = try await failed().filter { $0.job != run.job }
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
    let found = try await compare(couplings, states)
    var counters = try await tell(found.gone)
    let groups = Dictionary(grouping: found.due, by: \.state)
    for (wanted, due) in groups.sorted(by: { $0.key.name < $1.key.name }) {
      counters += try await bring(due, into: wanted)
    }
    var outcome = outcome()
    outcome.settled = try await untold(found.settled).map { SettledEntry($0.sourceID, read: $0) }
    outcome.events = try await further(found.paidFurther)
    if !outcome.settled.isEmpty || !outcome.events.isEmpty {
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

  /// Invoices that were deleted in Sales can be told nothing.
  private func tell(_ gone: [Coupling]) async throws(StoreFailure) -> JobCounters {
    let messages = try await GoneDocuments(run.mapping, Way.direction, run.integration).find(gone)
    guard !messages.isEmpty else { return JobCounters() }
    var outcome = outcome()
    // No later run finds them either.
    outcome.rests = true
    for coupling in gone {
      if let gone = messages[coupling.bcID] { fail(coupling, gone.message, &outcome) }
    }
    return try await state.record(outcome).counters
  }

  private func outcome() -> PageOutcome {
    var outcome = PageOutcome(
      job: run.job, mapping: run.mapping.name, pair: run.mapping.pair, direction: Way.direction,
      at: run.integration.clock())
    // It is tried in each run.
    outcome.rests = false
    return outcome
  }

  /// The Sales side first: a kill before the coupling is noted finds it done.
  private func bring(
    _ due: [PaidInvoice], into wanted: DocumentState
  ) async throws(StoreFailure) -> JobCounters {
    let rows = due.map { FieldRow(id: $0.coupling.salesID, []) }
    let before = try await run.target.records(Way.Target.self, ids: rows.map(\.id).sorted())
    let versions = Dictionary(before.map { ($0.id, $0.version.number) }) { first, _ in first }
    let results = try await WriteRetry.again(rows) { rows throws(StoreFailure) in
      try await run.target.rewrite(rows, [], state: wanted, in: Way.Target.table)
    }
    run.integration.checkpoint(.afterWrite)
    var outcome = outcome()
    var told: [Coupling] = []
    for (invoice, result) in zip(due, results) {
      let coupling = invoice.coupling
      switch result {
      case .written(_, let version):
        outcome.counters.modified += 1
        var noted = coupling
        // What a person changed before stays that person's (R H-14).
        if versions[coupling.salesID] == coupling.version(.sales) { noted.note(version, .sales) }
        outcome.couplings.append(noted)
        outcome.events.append(event(.told, invoice))
        told.append(coupling)
      case .missing: break
      case .stale: fail(coupling, "was changed meanwhile", &outcome)
      case .refused(let sentence), .failed(let sentence): fail(coupling, sentence, &outcome)
      }
    }
    outcome.settled = try await untold(told).map { SettledEntry($0.sourceID, read: $0) }
    return try await state.record(outcome).counters
  }

  /// What was paid besides of invoices that stay in their state: told once, for `why` (B7).
  private func further(
    _ invoices: [PaidInvoice]
  ) async throws(StoreFailure) -> [HistoryEvent] {
    var events: [HistoryEvent] = []
    for invoice in invoices {
      let story = Self.story(invoice.state, invoice.payment)
      let history = try await state.history(.bc, invoice.coupling.bcID, limit: 20)
      let last = history.first { $0.mapping == run.mapping.name && Self.isStory($0.message) }
      if last?.message != story { events.append(event(.paid, invoice)) }
    }
    return events
  }

  /// For `why` (B7).
  private func event(_ kind: HistoryEvent.Kind, _ invoice: PaidInvoice) -> HistoryEvent {
    HistoryEvent(
      at: run.integration.clock(), kind: kind, mapping: run.mapping.name,
      direction: Way.direction, bcID: invoice.coupling.bcID, salesID: invoice.coupling.salesID,
      job: run.job, message: Self.story(invoice.state, invoice.payment))
  }

  private static var source: String { "as the customer's ledger has it" }

  private static func isStory(_ message: String) -> Bool { message.contains(source) }

  /// The state of an invoice, and what of it is left to pay.
  static func story(_ state: DocumentState, _ payment: InvoicePayment?) -> String {
    let said = "\(state.name), \(source)"
    guard case .paidPartly(let remaining, let amount)? = payment else { return said }
    return said + ": \(remaining) of \(amount) is left to pay"
  }

  private func fail(_ coupling: Coupling, _ sentence: String, _ outcome: inout PageOutcome) {
    outcome.counters.failed += 1
    outcome.entries.append(
      Entry(
        mapping: run.mapping.name, direction: Way.direction, kind: .failed,
        sourceID: coupling.bcID,
        sourceName: run.integration.name(of: coupling.bcKey, in: run.mapping.pair.bc),
        targetID: coupling.salesID, message: "what was paid of it could not be told: \(sentence)",
        job: run.job, at: outcome.at))
  }
}

/// A coupled invoice with what is paid of it, and the state that it has for that.
struct PaidInvoice {
  let coupling: Coupling
  let payment: InvoicePayment
  let state: DocumentState
}

extension InvoiceStates {
  /// Coupled invoices beside their payments.
  struct Compared {
    /// Those that are in another state than their payments say.
    var due: [PaidInvoice] = []
    var settled: [Coupling] = []
    /// Of the settled ones those of which a part is paid, which may be more by now.
    var paidFurther: [PaidInvoice] = []
    /// Those that Sales no longer has.
    var gone: [Coupling] = []
  }

  /// What a refresh has to do, which it does or foretells.
  func compare(
    _ couplings: [Coupling], _ states: DocumentPolicy.States
  ) async throws(StoreFailure) -> Compared {
    let payments = try await run.source.payments(
      of: couplings.map(\.bcID), in: Way.Source.table)
    let rows = try await run.target.rows(
      of: Way.Target.table.name, [states.field, states.status], ids: couplings.map(\.salesID))
    let found = Dictionary(rows.map { ($0.id, $0.values) }) { first, _ in first }
    var compared = Compared()
    for coupling in couplings {
      guard let values = found[coupling.salesID] else {
        compared.gone.append(coupling)
        continue
      }
      guard let payment = payments[coupling.bcID], let wanted = policy.state(after: payment),
        let now = values.first?.option
      else {
        compared.settled.append(coupling)
        continue
      }
      let invoice = PaidInvoice(coupling: coupling, payment: payment, state: wanted)
      let rule = states.rule(in: now)
      if differs(wanted, now, values.last?.option),
        rule == .update || rule == .stateOnly || rule == .takeIn
      {
        compared.due.append(invoice)
        continue
      }
      compared.settled.append(coupling)
      if case .paidPartly = payment, now == wanted.state {
        compared.paidFurther.append(invoice)
      }
    }
    return compared
  }

  private func differs(
    _ wanted: DocumentState, _ state: OptionValue, _ status: OptionValue?
  ) -> Bool {
    state != wanted.state || wanted.status.map { $0 != status } ?? false
  }
}

extension DocumentPolicy {
  /// Whether a document of the policy follows what is paid of its source.
  package var followsPayments: Bool {
    [DocumentEvent.unpaid, .paidPartly, .paid, .cancelled].contains { effect(of: $0)?.state != nil }
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

import MapRuntime
import MapSync

/// The states of invoices in Sales, as the customer ledger has them (F27; R H-15 to H-19). It compares
/// what is there on both sides, so that it may be done again at any time, and a payment that was taken
/// back is seen like one that came.
struct InvoiceStates<Way: OneWay> {
  private let policy: DocumentPolicy
  private let run: DirectionRun<Way>

  init(_ policy: DocumentPolicy, _ run: DirectionRun<Way>) {
    self.policy = policy
    self.run = run
  }

  /// Brings some invoices into their states; nil means all that are coupled.
  func refresh(_ sources: [Guid]?) async throws(StoreFailure) -> JobCounters {
    var counters = JobCounters()
    guard Way.direction == .toSales, let states = policy.states,
      InvoicePayment.all.contains(where: { policy.effect(of: $0.event)?.state != nil })
    else { return counters }
    let (state, pair, size) = (run.integration.state, run.mapping.pair, run.source.batchSize)
    if let sources {
      var first = 0
      while first < sources.count && !Task.isCancelled {
        let ids = Array(sources[first..<min(first + size, sources.count)])
        first += ids.count
        let couplings = try await state.couplings(pair, .bc, ids: ids).compactMap { $0 }
        counters += try await refresh(couplings, states)
      }
      return counters
    }
    var after: Guid?
    while !Task.isCancelled {
      let couplings = try await state.couplings(pair, after: after, limit: size)
      guard let last = couplings.last else { break }
      after = last.bcID
      counters += try await refresh(couplings, states)
    }
    return counters
  }

  private func refresh(
    _ couplings: [Coupling], _ states: DocumentPolicy.States
  ) async throws(StoreFailure) -> JobCounters {
    let payments = try await run.source.payments(
      of: couplings.map(\.bcID), in: Way.Source.table)
    let rows = try await run.target.rows(
      of: Way.Target.table.name, [states.field, states.status], ids: couplings.map(\.salesID))
    let found = Dictionary(rows.map { ($0.id, $0.values) }) { first, _ in first }
    var due: [DocumentState: [Coupling]] = [:]
    for coupling in couplings {
      guard let payment = payments[coupling.bcID],
        let wanted = policy.effect(of: payment.event)?.state,
        let values = found[coupling.salesID], let now = values.first?.option,
        differs(wanted, now, values.last?.option)
      else { continue }
      switch states.rule(in: now) {
      case .update, .stateOnly, .takeIn: due[wanted, default: []].append(coupling)
      case .ignore, .refuse, nil: continue
      }
    }
    var counters = JobCounters()
    for (wanted, changed) in due.sorted(by: { $0.key.name < $1.key.name }) {
      counters += try await bring(changed, into: wanted)
    }
    return counters
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
    var outcome = PageOutcome(
      job: run.job, mapping: run.mapping.name, pair: run.mapping.pair, direction: Way.direction,
      at: run.integration.clock())
    for (coupling, result) in zip(couplings, results) {
      switch result {
      case .written(_, let version):
        outcome.counters.modified += 1
        var coupling = coupling
        coupling.note(version, .sales)
        outcome.couplings.append(coupling)
      case .missing: continue
      case .stale: fail(coupling, "was changed meanwhile", &outcome)
      case .refused(let sentence), .failed(let sentence): fail(coupling, sentence, &outcome)
      }
    }
    _ = try await run.integration.state.record(outcome)
    return outcome.counters
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

extension InvoicePayment {
  fileprivate static var all: [InvoicePayment] { [.unpaid, .paidPartly, .paid, .cancelled] }

  /// What a mapping calls it.
  fileprivate var event: DocumentEvent {
    switch self {
    case .unpaid: .unpaid
    case .paidPartly: .paidPartly
    case .paid: .paid
    case .cancelled: .cancelled
    }
  }
}

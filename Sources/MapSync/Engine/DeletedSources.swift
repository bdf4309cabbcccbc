import MapRuntime

/// Source records that were deleted while coupled: their partners and couplings go as the mapping's
/// `conflict: { delete: … }` says; nothing where it says `refuse` (R D-31 to D-34).
struct DeletedSources<Way: OneWay> {
  /// What becomes of a partner.
  enum End {
    /// It stays, and its coupling with it.
    case stays
    case uncoupled
    case deleted
    /// The source is made again from it.
    case restored
  }

  let run: DirectionRun<Way>

  var end: End {
    switch run.policy.conflict.delete {
    case .refuse: .stays
    case .uncouple: .uncoupled
    case .deletePartner: .deleted
    // The other direction creates it again, where the mapping lets it.
    case .restore: run.policy.creates.contains(Way.direction.reversed) ? .restored : .stays
    }
  }

  /// - Returns: what was done with them.
  func settle(_ ids: [Guid]) async throws(StoreFailure) -> JobCounters {
    let side = Way.direction.source
    let couplings = try await run.integration.state.couplings(run.mapping.pair, side, ids: ids)
      .compactMap { $0 }
    guard !couplings.isEmpty else { return JobCounters() }
    var outcome = PageOutcome(
      job: run.job, mapping: run.mapping.name, pair: run.mapping.pair, direction: Way.direction,
      at: run.integration.clock())
    switch end {
    case .stays:
      // Who changed a partner is told that it lost its source.
      let other = OtherWay(run)
      outcome.entries = try await other.untold(couplings).map { other.entry($0, at: outcome.at) }
      guard !outcome.entries.isEmpty else { return JobCounters() }
    case .uncoupled:
      outcome.removed = couplings
      outcome.counters.uncoupled = couplings.count
      outcome.events = couplings.map { event(.uncoupled, $0, "", at: outcome.at) }
    case .deleted:
      let changed = try await changedSince(couplings)
      let results = try await WriteRetry.again(couplings.map { $0.id(side.other) }) {
        ids throws(StoreFailure) in
        try await run.target.delete(ids, from: Way.Target.table)
      }
      let gone = zip(couplings, results).filter { $1.isGone }.map(\.0)
      outcome.removed = gone
      outcome.counters.deleted = gone.count
      outcome.events = gone.map { coupling in
        event(
          .deleted, coupling,
          changed.contains(coupling) ? HistoryEvent.changedBeforeDeletion : "", at: outcome.at)
      }
      // A partner that stays keeps its coupling, and rests as one that lost its source.
      try await rest(zip(couplings, results).filter { !$1.isGone })
    case .restored:
      // The coupling goes with the transaction that stores the new one.
      _ = try await Synchronizer(run.integration).run(
        run.mapping, Way.direction.reversed, .create.ofUnnamed,
        ids: couplings.map { $0.id(side.other) })
      // That is a job of its own, which is told with this one.
      return JobCounters()
    }
    return try await run.integration.state.record(outcome).counters
  }

  private func event(
    _ kind: HistoryEvent.Kind, _ coupling: Coupling, _ message: String, at moment: DateTimeValue
  ) -> HistoryEvent {
    HistoryEvent(
      at: moment, kind: kind, mapping: run.mapping.name, direction: Way.direction,
      bcID: coupling.bcID, salesID: coupling.salesID, job: run.job, message: message,
      key: coupling.bcKey)
  }

  /// Those whose partners somebody has changed since the two agreed.
  private func changedSince(_ couplings: [Coupling]) async throws(StoreFailure) -> Set<Coupling> {
    let side = Way.direction.target
    let found = try await run.target.records(Way.Target.self, ids: couplings.map { $0.id(side) })
    let versions = Dictionary(found.map { ($0.id, $0.version) }) { first, _ in first }
    return Set(
      couplings.filter { coupling in
        versions[coupling.id(side)].map { $0.isChange(since: coupling.version(side)) } ?? false
      })
  }

  private func rest(_ left: [(Coupling, WriteResult)]) async throws(StoreFailure) {
    guard !left.isEmpty else { return }
    let entries = left.map { coupling, result in
      Entry(
        mapping: run.mapping.name, direction: Way.direction, kind: .skipped,
        sourceID: coupling.id(Way.direction.source),
        sourceName: run.integration.name(of: coupling.bcKey, in: run.mapping.pair.bc),
        targetID: coupling.id(Way.direction.target),
        message: "was deleted, and its partner could not be: \(result.sentence ?? "it stays")",
        job: run.job, at: run.integration.clock())
    }
    try await run.integration.state.skip(run.mapping.pair, entries)
  }
}

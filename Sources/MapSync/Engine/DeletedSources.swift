import MapRuntime

/// Source records that were deleted while coupled: their partners and couplings go as the mapping's
/// `conflict: { delete: … }` says; nothing where it says `refuse` (R D-31 to D-34).
struct DeletedSources<Way: OneWay> {
  let run: DirectionRun<Way>

  func settle(_ ids: [Guid]) async throws(StoreFailure) {
    let side = Way.direction.source
    let couplings = try await run.integration.state.couplings(run.mapping.pair, side, ids: ids)
      .compactMap { $0 }
    guard !couplings.isEmpty else { return }
    var outcome = PageOutcome(
      job: run.job, mapping: run.mapping.name, pair: run.mapping.pair, direction: Way.direction,
      at: run.integration.clock())
    switch run.policy.deleteConflict {
    case .refuse: return
    case .uncouple:
      outcome.removed = couplings
      outcome.counters.uncoupled = couplings.count
    case .deletePartner:
      let results = try await WriteRetry.again(couplings.map { $0.id(side.other) }) {
        ids throws(StoreFailure) in
        try await run.target.delete(ids, from: Way.Target.table)
      }
      let gone = zip(couplings, results).filter { $1.isGone }.map(\.0)
      outcome.removed = gone
      outcome.counters.deleted = gone.count
      // A partner that stays keeps its coupling, and rests as one that lost its source.
      try await rest(zip(couplings, results).filter { !$1.isGone })
    case .restore:
      // The other direction creates it again, where the mapping lets it; the coupling goes with the
      // transaction that stores the new one.
      guard run.policy.creates.contains(Way.direction.reversed) else { return }
      _ = try await Synchronizer(run.integration).run(
        run.mapping, Way.direction.reversed, .create, ids: couplings.map { $0.id(side.other) })
      return
    }
    _ = try await run.integration.state.record(outcome)
  }

  private func rest(_ left: [(Coupling, WriteResult)]) async throws(StoreFailure) {
    guard !left.isEmpty else { return }
    let entries = left.map { coupling, result in
      Entry(
        mapping: run.mapping.name, direction: Way.direction, kind: .skipped,
        sourceID: coupling.id(Way.direction.source),
        sourceName: RecordKey.shown(coupling.bcKey), targetID: coupling.id(Way.direction.target),
        message: "was deleted, and its partner could not be: \(result.sentence ?? "it stays")",
        job: run.job, at: run.integration.clock())
    }
    try await run.integration.state.skip(run.mapping.pair, entries)
  }
}

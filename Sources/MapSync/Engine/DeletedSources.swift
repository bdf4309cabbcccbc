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
      outcome.removed = couplings.map(\.bcID)
      outcome.counters.uncoupled = couplings.count
    case .deletePartner:
      _ = try await run.target.delete(
        couplings.map { $0.id(side.other) }, from: Way.Target.table)
      outcome.removed = couplings.map(\.bcID)
      outcome.counters.deleted = couplings.count
    case .restore:
      // The other direction creates it again, where the mapping lets it.
      guard run.policy.creates.contains(Way.direction.reversed) else { return }
      outcome.removed = couplings.map(\.bcID)
      _ = try await run.integration.state.record(outcome)
      _ = try await Synchronizer(run.integration).run(
        run.mapping, Way.direction.reversed, .create, ids: couplings.map { $0.id(side.other) })
      return
    }
    _ = try await run.integration.state.record(outcome)
  }
}

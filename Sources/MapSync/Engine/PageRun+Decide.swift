import MapRuntime

/// What is to be done with each record, before anything is converted (R D-9, D-12).
extension PageRun {
  mutating func decide() async throws(StoreFailure) {
    try await fillFigures()
    let state = run.integration.state
    let couplings = try await state.couplings(run.mapping.pair, Way.direction.source, ids: ids)
    if run.hasEntries || isDue {
      let entries = try await state.entries(run.mapping.name, Way.direction, ids: ids)
      for entry in entries { earlier[entry.sourceID] = entry }
    }
    rows.reserveCapacity(ids.count)
    for place in ids.indices {
      // What this very job has failed or held already is not tried twice.
      if !isDue, earlier[ids[place]]?.job == run.job {
        rows.append(PageRow(.ignored, coupling: couplings[place]))
      } else if let coupling = couplings[place] {
        rows.append(coupled(place, coupling))
      } else {
        rows.append(PageRow(uncoupled(place)))
      }
    }
    if run.mode.onlyUncoupled { try await freeLost() }
    try await matchAutomatically()
    try await holdUncoupled()
  }

  /// Couplings that point nowhere keep no record from being created (R D-44).
  private mutating func freeLost() async throws(StoreFailure) {
    let side = Way.direction.target
    let ids = rows.compactMap { $0.coupling?.id(side) }
    guard !ids.isEmpty else { return }
    let there = Set(try await run.target.records(Way.Target.self, ids: ids).map(\.id))
    for place in rows.indices {
      guard let coupling = rows[place].coupling, !there.contains(coupling.id(side)),
        run.creates, run.accepts(records[place].record)
      else { continue }
      rows[place] = PageRow(.create)
      freed[place] = coupling.bcID
    }
  }

  private func coupled(_ place: Int, _ coupling: Coupling) -> PageRow {
    if run.mode.onlyUncoupled || coupling.isSkipped && !isDue {
      return PageRow(.skipped, coupling: coupling)
    }
    let isUnchanged =
      coupling.version(Way.direction.source) == versions[place].number
      && coupling[Way.direction] != .failure
    if isUnchanged && !isDue && !run.mode.looksAnyway {
      return PageRow(.unchanged, coupling: coupling)
    }
    if run.policy.outsideFilter == .skip && !run.accepts(records[place].record) {
      return PageRow(
        run.mode.trigger == .fullSynchronization ? .ignored : .skipped,
        coupling: coupling)
    }
    return PageRow(.update, coupling: coupling)
  }

  private func uncoupled(_ place: Int) -> PageRow.Fate {
    let passedOver: PageRow.Fate = run.mode.countsAll ? .skipped : .ignored
    let entry = earlier[ids[place]]
    if entry?.kind == .skipped && !isDue { return .skipped }
    // Who was held on the way to being created goes through by itself (F6).
    let creates = run.creates || isDue && entry?.kind == .held
    guard creates || run.policy.match?.isAutomatic == true else { return passedOver }
    guard run.accepts(records[place].record) else { return passedOver }
    return creates ? .create : passedOver
  }
}

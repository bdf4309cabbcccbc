import MapRuntime

/// What is to be done with each record, before anything is converted (R D-9, D-12).
extension PageRun {
  mutating func decide() async throws(StoreFailure) {
    let ids = records.map(\.id)
    let state = run.integration.state
    let couplings = try await state.couplings(run.mapping.pair, Way.direction.source, ids: ids)
    if run.hasEntries || isDue {
      let entries = try await state.entries(run.mapping.name, Way.direction, ids: ids)
      for entry in entries { earlier[entry.sourceID] = entry }
    }
    rows.reserveCapacity(records.count)
    for (record, coupling) in zip(records, couplings) {
      // What this very job has failed or held already is not tried twice.
      let wasTried = !isDue && earlier[record.id]?.job == run.job
      rows.append(
        wasTried
          ? PageRow(.ignored, coupling: coupling)
          : coupling.map { coupled(record, $0) } ?? PageRow(uncoupled(record)))
    }
    if run.mode.onlyUncoupled { try await freeLost() }
    try await matchAutomatically()
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

  private func coupled(_ record: StoredRecord<Way.Source>, _ coupling: Coupling) -> PageRow {
    if run.mode.onlyUncoupled || coupling.isSkipped && !isDue {
      return PageRow(.skipped, coupling: coupling)
    }
    let isUnchanged =
      coupling.version(Way.direction.source) == record.version.number
      && coupling[Way.direction] != .failure
    if isUnchanged && !isDue && !run.mode.looksAnyway {
      return PageRow(.unchanged, coupling: coupling)
    }
    if run.policy.outsideFilter == .skip && !run.accepts(record.record) {
      return PageRow(
        run.mode.trigger == .fullSynchronization ? .ignored : .skipped,
        coupling: coupling)
    }
    return PageRow(.update, coupling: coupling)
  }

  private func uncoupled(_ record: StoredRecord<Way.Source>) -> PageRow.Fate {
    let passedOver: PageRow.Fate = run.mode.countsAll ? .skipped : .ignored
    if earlier[record.id]?.kind == .skipped && !isDue { return .skipped }
    // Who was held on the way to being created goes through by itself (F6).
    let creates = run.creates || isDue && earlier[record.id]?.kind == .held
    guard creates || run.policy.match?.isAutomatic == true else { return passedOver }
    guard run.accepts(record.record) else { return passedOver }
    return creates ? .create : passedOver
  }
}

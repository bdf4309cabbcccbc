import MapRuntime

/// Writes of runs that were given up, which arrive after their intents were settled (B6).
///
/// A run that stands still between its intent and its write loses its lease, and whoever has it then
/// finds the write undone. It may still happen. What comes of it is then not an edit of a person, and
/// not a record that somebody made: before a page of either direction decides anything, it is settled
/// as if it had been found at once.
struct ArrivedWrites<Way: OneWay> {
  private let run: DirectionRun<Way>

  init(_ run: DirectionRun<Way>) { self.run = run }

  /// Settles what has arrived of a page's records or of their partners.
  ///
  /// - Returns: The sources of this direction that are to be looked at once more.
  func settle(_ records: [StoredRecord<Way.Source>]) async throws(StoreFailure) -> Set<Guid> {
    guard !run.pending.isEmpty, !records.isEmpty else { return [] }
    let known = try await run.integration.state.couplings(
      run.mapping.pair, Way.direction.source, ids: records.map(\.id))
    let couplings = Dictionary(
      zip(records, known).map { ($0.id, $1) }
    ) { first, _ in first }
    let there = try await thereIn(couplings)
    let back = backIn(records, couplings)
    if !there.isEmpty {
      try await IntentSettlement.settle(
        arrived: there, run.mapping, Way.direction, run.integration)
    }
    if !back.isEmpty {
      try await IntentSettlement.settle(
        arrived: back, run.mapping, Way.direction.reversed, run.integration)
    }
    return Set(there.map(\.source))
  }

  /// Changes of the records' partners. New partners are looked for where they would be made.
  private func thereIn(
    _ couplings: [Guid: Coupling?]
  ) async throws(StoreFailure) -> [Intent.Write] {
    let writes = run.pending.filter { pending in
      guard pending.direction == Way.direction, pending.write.kind == .update,
        let coupling = couplings[pending.write.source] ?? nil
      else { return false }
      return coupling.id(Way.direction.target) == pending.write.target && !pending.isOver(coupling)
    }.map(\.write)
    guard !writes.isEmpty else { return [] }
    let targets = try await run.target.records(Way.Target.self, ids: writes.map(\.target))
    let versions = Dictionary(targets.map { ($0.id, $0.version) }) { first, _ in first }
    return writes.filter { write in
      versions[write.target].map { write.hasHappened($0) } == true
    }
  }

  /// Records of the page that a run of the other direction has made or changed.
  private func backIn(
    _ records: [StoredRecord<Way.Source>], _ couplings: [Guid: Coupling?]
  ) -> [Intent.Write] {
    let versions = Dictionary(records.map { ($0.id, $0.version) }) { first, _ in first }
    return run.pending.filter { pending in
      guard pending.direction != Way.direction, let version = versions[pending.write.target],
        let coupling = couplings[pending.write.target]
      else { return false }
      switch (pending.write.kind, coupling) {
      case (.creation, nil): return true
      case (.update, let coupling?):
        return coupling.id(Way.direction.target) == pending.write.source
          && !pending.isOver(coupling) && pending.write.hasHappened(version)
      case (.creation, _), (.update, nil), (.matched, _), (.replacement, _): return false
      }
    }.map(\.write)
  }
}

extension PendingWrite {
  /// Whether a coupling of its records says that nothing of it is to be expected any more: a new
  /// target is coupled, or something else was written to the target, or taken from it, since.
  package func isOver(_ coupling: Coupling) -> Bool {
    switch write.kind {
    case .creation: return true
    // Its coupling goes on knowing older versions of both.
    case .update where write.keepsSource: return coupling.agreed == write.agreed
    // Its coupling goes on knowing an older version of the target.
    case .update where write.keepsTarget:
      return coupling.version(direction.source) == write.sourceRead?.number
    case .update: return coupling.version(direction.target) != write.targetRead?.number
    case .matched, .replacement: return true
    }
  }
}

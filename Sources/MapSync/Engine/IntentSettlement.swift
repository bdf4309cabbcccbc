import MapRuntime

/// Settles what a crash left open: asks the systems for the ids of each open intent and couples
/// what was created, before anything else runs (B6). What was written is looked at once more: rules
/// and second writes come after it.
public struct IntentSettlement: Sendable {
  private let integration: Integration

  public init(_ integration: Integration) { self.integration = integration }

  /// Before anything runs: what processes that have ended left open, and the pages of this one that
  /// ended between their writes and their record. Fails where that cannot be settled now, so that
  /// nothing is written twice.
  public func settle() async throws(StoreFailure) {
    try await integration.turns.take("settlement") { () throws(StoreFailure) in
      try await settle(try await integration.state.abandonedIntents())
      let broken = await integration.broken.intents
      guard !broken.isEmpty else { return }
      let open = try await integration.state.openIntents()
      try await settle(open.filter { broken.contains($0.id) })
      await integration.broken.forget(broken)
    }
  }

  private func settle(_ intents: [Intent]) async throws(StoreFailure) {
    for intent in intents {
      guard let mapping = integration.mapping(intent.mapping) else {
        try await integration.state.close(intent.id)
        continue
      }
      try await Self.settle(mapping.type, mapping, intent, integration)
    }
  }

  private static func settle<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ intent: Intent, _ integration: Integration
  ) async throws(StoreFailure) {
    switch intent.direction {
    case .toSales:
      try await settle(ToSales<Mapping>.self, mapping, intent, integration)
    case .toBC:
      try await settle(ToBC<Mapping>.self, mapping, intent, integration)
    }
  }

  private static func settle<Way: OneWay>(
    _ way: Way.Type, _ mapping: BoundMapping, _ intent: Intent, _ integration: Integration
  ) async throws(StoreFailure) {
    let side = Way.direction.target
    let stored = try await integration.store(side).records(
      Way.Target.self, ids: intent.writes.map(\.target))
    let targets = Dictionary(stored.map { ($0.id, $0) }) { first, _ in first }
    let done = intent.writes.filter { targets[$0.target] != nil }
    let sources = try await integration.store(side.other).records(
      Way.Source.self, ids: done.map(\.source))
    let byID = Dictionary(sources.map { ($0.id, $0) }) { first, _ in first }
    let known = try await integration.state.couplings(
      mapping.pair, side.other, ids: done.map(\.source))
    let lost = try await lost(
      Way.Target.self, zip(done, known).compactMap { $1?.id(side) == $0.target ? nil : $1 },
      integration.store(side))
    let now = integration.clock()
    let job = try await integration.state.startJob(
      Job(
        mapping: mapping.name, direction: Way.direction, trigger: .scheduled, started: now,
        message: "settles what a crash left open"))
    var outcome = PageOutcome(
      job: job, mapping: mapping.name, pair: mapping.pair, direction: Way.direction, at: now)
    for (write, old) in zip(done, known) {
      guard let target = targets[write.target], let source = byID[write.source] else { continue }
      var coupling: Coupling
      if let old, old.id(side) == write.target {
        // An update that happened: our own version there is known again.
        guard target.version.isOurs else { continue }
        coupling = old
      } else {
        guard write.isNew, old.map(lost.contains) ?? true else { continue }
        // What is created in the place of a partner that is gone takes its coupling.
        if let old { outcome.removed.append(old.bcID) }
        coupling = Coupling(
          bcID: side == .sales ? source.id : target.id,
          salesID: side == .sales ? target.id : source.id,
          bcKey: side == .sales ? source.record.key : target.record.key)
        coupling[Way.direction] = .success
        outcome.counters.inserted += 1
      }
      coupling.note(target.version, side)
      if old?.id(side) == write.target {
        outcome.couplings.append(coupling)
      } else {
        outcome.created.append(coupling)
      }
      outcome.entries.append(
        again(coupling, RecordName.of(source.record, id: source.id), outcome))
    }
    outcome.entries = try await withoutRest(outcome.entries, intent, integration)
    outcome.intent = intent.id
    _ = try await integration.state.record(outcome)
    try await integration.state.finishJob(job, at: integration.clock(), message: nil)
  }

  /// The couplings whose target is gone.
  private static func lost<Target: TableRecord>(
    _ type: Target.Type, _ couplings: [Coupling], _ store: any SystemStore
  ) async throws(StoreFailure) -> Set<Coupling> {
    guard !couplings.isEmpty else { return [] }
    let there = Set(
      try await store.records(Target.self, ids: couplings.map { $0.id(store.side) }).map(\.id))
    return Set(couplings.filter { !there.contains($0.id(store.side)) })
  }

  /// What lets the next run look at a record once more.
  private static func again(
    _ coupling: Coupling, _ name: String, _ outcome: PageOutcome
  ) -> Entry {
    Entry(
      mapping: outcome.mapping, direction: outcome.direction, kind: .later,
      sourceID: coupling.id(outcome.direction.source), sourceName: name,
      targetID: coupling.id(outcome.direction.target),
      message: "is looked at again: its run ended while it was being written", job: outcome.job,
      at: outcome.at)
  }

  /// A record that rests goes on resting.
  private static func withoutRest(
    _ entries: [Entry], _ intent: Intent, _ integration: Integration
  ) async throws(StoreFailure) -> [Entry] {
    let known = try await integration.state.entries(
      intent.mapping, intent.direction, ids: entries.map(\.sourceID))
    let resting = Set(known.filter { $0.kind == .skipped }.map(\.sourceID))
    return entries.filter { !resting.contains($0.sourceID) }
  }
}

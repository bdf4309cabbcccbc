import MapRuntime

/// Settles what a crash left open: asks the systems for the ids of each open intent and couples
/// what was created, before anything else runs (B6).
public struct IntentSettlement: Sendable {
  private let integration: Integration

  public init(_ integration: Integration) { self.integration = integration }

  /// - Returns: How many records were found that no coupling knew.
  public func settle() async throws(StoreFailure) -> Int {
    var found = 0
    for intent in try await integration.state.openIntents() {
      guard let mapping = integration.mapping(intent.mapping) else {
        try await integration.state.close(intent.id)
        continue
      }
      found += try await Self.settle(mapping.type, mapping, intent, integration)
    }
    return found
  }

  private static func settle<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ intent: Intent, _ integration: Integration
  ) async throws(StoreFailure) -> Int {
    switch intent.direction {
    case .toSales:
      try await settle(ToSales<Mapping>.self, mapping, intent, integration)
    case .toBC:
      try await settle(ToBC<Mapping>.self, mapping, intent, integration)
    }
  }

  private static func settle<Way: OneWay>(
    _ way: Way.Type, _ mapping: BoundMapping, _ intent: Intent, _ integration: Integration
  ) async throws(StoreFailure) -> Int {
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
    let now = integration.clock()
    let job = try await integration.state.startJob(
      Job(
        mapping: mapping.name, direction: Way.direction, trigger: .scheduled, started: now,
        message: "settles what a crash left open"))
    var outcome = PageOutcome(
      job: job, mapping: mapping.name, pair: mapping.pair, direction: Way.direction, at: now)
    for (write, coupling) in zip(done, known) {
      guard let target = targets[write.target], let source = byID[write.source] else { continue }
      if var coupling {
        // An update that happened: our own version there is known again.
        guard target.version.isOurs else { continue }
        coupling.note(target.version, side)
        outcome.couplings.append(coupling)
      } else if write.isNew {
        var coupling = Coupling(
          bcID: side == .sales ? source.id : target.id,
          salesID: side == .sales ? target.id : source.id,
          bcKey: side == .sales ? source.record.key : target.record.key)
        coupling.note(target.version, side)
        coupling[Way.direction] = .success
        outcome.created.append(coupling)
        outcome.counters.inserted += 1
      }
    }
    outcome.intent = intent.id
    _ = try await integration.state.record(outcome)
    try await integration.state.finishJob(job, at: integration.clock(), message: nil)
    return outcome.counters.inserted
  }
}

import MapRuntime

/// Settles what a crash left open, before anything else runs on its tables (B6): asks the systems
/// what became of each write, and ends as the page would have.
///
/// Whoever holds the lease of a pair settles the pair's open intents: those that were opened under an
/// earlier lease are nobody's any more.
public struct IntentSettlement: Sendable {
  private let integration: Integration

  public init(_ integration: Integration) { self.integration = integration }

  /// What is open on tables that nobody holds; others settle theirs by themselves.
  public func settle() async throws(StoreFailure) {
    var pairs: [TablePair: BoundMapping] = [:]
    for intent in try await integration.state.openIntents() {
      // One of a mapping that this program does not have waits for a program that has it.
      if let mapping = integration.mapping(intent.mapping) { pairs[mapping.pair] = mapping }
    }
    var patient = integration
    patient.patience = .zero
    patient.waitsForBeats = false
    for mapping in pairs.values {
      do throws(StoreFailure) {
        let settled = try await patient.holding(mapping) { held throws(StoreFailure) in
          held.inner.take()
        }
        // Whoever works with the integration first tells it.
        settled.forEach(integration.inner.note)
      } catch .busy {
        continue
      }
    }
  }

  /// What is open on a pair of tables that this integration holds.
  func settle(_ pair: TablePair) async throws(StoreFailure) {
    for intent in try await integration.state.openIntents() {
      guard let mapping = integration.mapping(intent.mapping), mapping.pair == pair else {
        continue
      }
      try await Self.settle(mapping.type, mapping, intent, integration)
    }
  }

  /// Writes of runs that were given up, which have arrived since.
  static func settle(
    arrived writes: [Intent.Write], _ mapping: BoundMapping, _ direction: Direction,
    _ integration: Integration
  ) async throws(StoreFailure) {
    try await settle(
      mapping.type, mapping,
      Intent(mapping: mapping.name, direction: direction, writes: writes), integration)
  }

  private static func settle<Mapping: CompiledMapping>(
    _ type: Mapping.Type, _ mapping: BoundMapping, _ intent: Intent, _ integration: Integration
  ) async throws(StoreFailure) {
    switch intent.direction {
    case .toSales:
      try await IntentOutcome<ToSales<Mapping>>(integration, mapping, intent).record()
    case .toBC:
      try await IntentOutcome<ToBC<Mapping>>(integration, mapping, intent).record()
    }
  }
}

/// What became of the writes of one intent.
private struct IntentOutcome<Way: OneWay> {
  private let integration: Integration
  private let mapping: BoundMapping
  private let intent: Intent
  private let side = Way.direction.target
  /// Its writes arrived after it had been settled already: marks may have passed their sources.
  private var isLate: Bool { intent.id == 0 }

  init(_ integration: Integration, _ mapping: BoundMapping, _ intent: Intent) {
    self.integration = integration
    self.mapping = mapping
    self.intent = intent
  }

  func record() async throws(StoreFailure) {
    let state = integration.state
    let now = integration.clock()
    let message =
      isLate ? "settles what arrived after its run was given up" : "settles what a crash left open"
    let job = try await integration.begin(
      Job(
        mapping: mapping.name, direction: Way.direction, trigger: .scheduled, started: now,
        message: message))
    let stored = try await integration.store(side).records(
      Way.Target.self, ids: intent.writes.map(\.target))
    var targets = Dictionary(stored.map { ($0.id, $0) }) { first, _ in first }
    let sources = try await integration.store(side.other).records(
      Way.Source.self, ids: intent.writes.map(\.source))
    let byID = Dictionary(sources.map { ($0.id, $0) }) { first, _ in first }
    let known = try await state.couplings(
      mapping.pair, side.other, ids: intent.writes.map(\.source))
    let lost = try await lost(
      zip(intent.writes, known).compactMap { write, coupling in
        coupling?.id(side) == write.target ? nil : coupling
      })
    let predecessors = try await predecessors()
    let deleted = try await deleted(besides: targets)
    let following = try await FollowingWrites<Way>(integration, mapping, job: job)
    let withMore = following.kinds
    let made = zip(intent.writes, known).compactMap { write, old in
      isNew(write, old, lost: lost)
        ? targets[write.target].flatMap { target in
          byID[write.source].map { (source: $0, target: target) }
        } : nil
    }
    for finished in try await following.finish(made) { targets[finished.id] = finished }
    var outcome = PageOutcome(
      job: job, mapping: mapping.name, pair: mapping.pair, direction: Way.direction, at: now)
    for (write, old) in zip(intent.writes, known) {
      guard let target = targets[write.target] else {
        guard write.kind == .creation else { continue }
        if deleted.contains(write.target) {
          settledAsDeleted(write, old, byID[write.source], lost: lost, &outcome)
        } else {
          // It may be on its way still.
          outcome.pending.append(write)
        }
        continue
      }
      if let predecessor = predecessors[write.target], write.hasHappened(target.version) {
        outcome.removed.append(predecessor)
      }
      guard
        let coupling = settled(write, old, byID[write.source], target, lost: lost, &outcome),
        let source = byID[write.source],
        isLate || withMore.contains(write.kind) || mayFollowLater(source.record)
      else { continue }
      outcome.entries.append(again(coupling, source, outcome))
    }
    outcome.entries = try await withoutRest(outcome.entries)
    if !isLate { outcome.intent = intent.id }
    let counters = try await state.record(outcome).counters
    try await integration.endBefore(
      JobReport(
        id: job, mapping: mapping.name, direction: Way.direction, counters: counters,
        message: message))
  }

  /// The couplings of documents whose place others take, by document.
  private func predecessors() async throws(StoreFailure) -> [Guid: Coupling] {
    let writes = intent.writes.filter { $0.kind == .replacement }
    guard !writes.isEmpty else { return [:] }
    var found: [Guid: Coupling] = [:]
    let couplings = try await integration.state.couplings(
      mapping.pair, side, ids: writes.map(\.target))
    for (write, coupling) in zip(writes, couplings) {
      guard let coupling, coupling.id(side.other) != write.source else { continue }
      found[write.target] = coupling
    }
    return found
  }

  /// The coupling as the page would have recorded it; nil where the write did not happen.
  private func settled(
    _ write: Intent.Write, _ old: Coupling?, _ source: StoredRecord<Way.Source>?,
    _ target: StoredRecord<Way.Target>, lost: Set<Coupling>, _ outcome: inout PageOutcome
  ) -> Coupling? {
    guard write.kind == .creation || write.hasHappened(target.version),
      var coupling = coupling(write, old, lost: lost, bcKey: target.record.key, &outcome)
    else {
      // It may be on its way still, where nobody has changed the target.
      if write.kind == .update, old?.id(side) == write.target,
        target.version.number == write.targetRead?.number
      {
        outcome.pending.append(write)
      }
      return nil
    }
    // Where the source is gone by now, the run that hears of it says what becomes of the two.
    if side == .sales, let source { coupling.bcKey = source.record.key }
    coupling.agreed = write.agreed
    if !write.keepsSource { noteSource(write, &coupling) }
    if !write.keepsTarget { coupling.note(target.version.ofOwnWrite, side) }
    outcome.overtaken.append(write.target)
    coupling[Way.direction] = write.keepsSource ? .failure : .success
    write.noteEffects(in: &coupling, Way.direction)
    note(write, coupling, isNew: coupling.revision == nil, &outcome)
    return coupling
  }

  /// The coupling with a record that was made and that somebody has deleted since: the next run says
  /// what becomes of the two, as it does of every partner that is gone (R D-31).
  private func settledAsDeleted(
    _ write: Intent.Write, _ old: Coupling?, _ source: StoredRecord<Way.Source>?,
    lost: Set<Coupling>, _ outcome: inout PageOutcome
  ) {
    // The key that BC gave to it is gone with it.
    let key = side == .sales ? source?.record.key : nil
    guard var coupling = coupling(write, old, lost: lost, bcKey: key ?? "", &outcome) else {
      return
    }
    noteSource(write, &coupling)
    coupling.note(RecordVersion(number: -1, modified: outcome.at, isOurs: true), side)
    coupling[Way.direction] = .success
    note(write, coupling, isNew: coupling.revision == nil, &outcome)
  }

  /// The coupling that a write leads to; nil where people have decided otherwise meanwhile.
  private func coupling(
    _ write: Intent.Write, _ old: Coupling?, lost: Set<Coupling>, bcKey: String,
    _ outcome: inout PageOutcome
  ) -> Coupling? {
    if let old, old.id(side) == write.target { return old }
    // A person who uncoupled or coupled the records meanwhile has decided.
    guard write.kind != .update, old.map(lost.contains) ?? true else { return nil }
    // What is created in the place of a partner that is gone takes its coupling.
    if let old { outcome.removed.append(old) }
    return Coupling(
      bcID: side == .sales ? write.source : write.target,
      salesID: side == .sales ? write.target : write.source, bcKey: bcKey)
  }

  /// Whether a write made a record that nothing is coupled with yet.
  private func isNew(_ write: Intent.Write, _ old: Coupling?, lost: Set<Coupling>) -> Bool {
    write.kind == .creation && (old.map(lost.contains) ?? true)
  }

  private func noteSource(_ write: Intent.Write, _ coupling: inout Coupling) {
    guard let read = write.sourceRead else { return }
    coupling.note(
      RecordVersion(number: read.number, modified: read.modified, isOurs: false), side.other)
  }

  /// The targets of creations that are not there and were: somebody has deleted them.
  private func deleted(
    besides targets: [Guid: StoredRecord<Way.Target>]
  ) async throws(StoreFailure) -> Set<Guid> {
    let missing = intent.writes.filter { $0.kind == .creation && targets[$0.target] == nil }
    guard !missing.isEmpty else { return [] }
    return try await integration.store(side).deleted(
      missing.map(\.target), from: mapping.table(side))
  }

  private func note(
    _ write: Intent.Write, _ coupling: Coupling, isNew: Bool, _ outcome: inout PageOutcome
  ) {
    if isNew { outcome.created.append(coupling) } else { outcome.couplings.append(coupling) }
    switch write.kind {
    case .creation: outcome.counters.inserted += 1
    case .matched: outcome.counters.coupled += 1
    case .update, .replacement: outcome.counters.modified += 1
    }
    guard write.kind == .update, !write.fields.isEmpty else { return }
    outcome.events.append(
      HistoryEvent(
        at: outcome.at, kind: .updated, mapping: mapping.name, direction: Way.direction,
        bcID: coupling.bcID, salesID: coupling.salesID, job: outcome.job, message: write.fields))
  }

  /// The couplings whose target is gone.
  private func lost(_ couplings: [Coupling]) async throws(StoreFailure) -> Set<Coupling> {
    guard !couplings.isEmpty else { return [] }
    let there = Set(
      try await integration.store(side).records(
        Way.Target.self, ids: couplings.map { $0.id(side) }
      ).map(\.id))
    return Set(couplings.filter { !there.contains($0.id(side)) })
  }

  /// Whether a record names another one whose reference may have had to wait (`uncoupled: later`).
  private func mayFollowLater(_ source: Way.Source) -> Bool {
    let slots = Way.Mapping.slots(Way.direction)
    guard slots.contains(where: { $0.uncoupled == .later }) else { return false }
    var keys: [ReferenceKey] = []
    Way.references(of: source, to: &keys)
    return zip(slots, keys).contains { $0.uncoupled == .later && $1 != .empty }
  }

  /// What lets the next run look at a record once more.
  private func again(
    _ coupling: Coupling, _ source: StoredRecord<Way.Source>, _ outcome: PageOutcome
  ) -> Entry {
    Entry(
      mapping: mapping.name, direction: Way.direction, kind: .interrupted, sourceID: source.id,
      sourceName: integration.name(of: source.record, id: source.id), targetID: coupling.id(side),
      message: "is looked at again: its run ended while it was being written", job: outcome.job,
      at: outcome.at)
  }

  /// A record that rests goes on resting.
  private func withoutRest(_ entries: [Entry]) async throws(StoreFailure) -> [Entry] {
    let known = try await integration.state.entries(
      mapping.name, Way.direction, ids: entries.map(\.sourceID))
    let resting = Set(known.filter { $0.kind == .skipped }.map(\.sourceID))
    return entries.filter { !resting.contains($0.sourceID) }
  }
}

import MapRuntime

/// A page of couplings that an older form of a mapping wrote in one direction: the records to look at,
/// and those with which nothing is to be done.
struct OlderPage<Way: OneWay> {
  let couplings: [Coupling]
  /// The sources that are there and within the mapping's filter, or followed beyond it.
  let records: [StoredRecord<Way.Source>]
  /// Couplings of sources that are gone or that the mapping leaves alone: nothing goes over from them,
  /// whoever writes.
  let idle: [Coupling]

  /// Nil after the last.
  init?(
    _ run: DirectionRun<Way>, _ older: OlderEffects, after bcID: Guid?
  ) async throws(StoreFailure) {
    couplings = try await run.integration.state.couplings(
      run.mapping.pair, older: [Way.direction: older], after: bcID, limit: run.source.batchSize)
    guard !couplings.isEmpty else { return nil }
    let side = Way.direction.source
    var found = try await run.source.records(Way.Source.self, ids: couplings.map { $0.id(side) })
    // What the filter asks for may be a figure that the store does not have.
    try await run.sourceFigures.fill(&found)
    let taken = found.filter { $0.damage != nil || !run.isOutside($0) }
    records = taken
    let ids = Set(taken.map(\.id))
    idle = couplings.filter { !ids.contains($0.id(side)) }
  }
}

extension MappingRun {
  /// Brings records up to date that an older form of the mapping wrote, in the order of their
  /// couplings. One that fails, waits or rests stays older, and the next run of this kind takes it
  /// again.
  ///
  /// - Parameter progress: Told the couplings of each page.
  func older(
    _ older: OlderEffects, _ progress: @Sendable (Int) async -> Void
  ) async throws(StoreFailure) -> JobReport {
    try await job { run throws(StoreFailure) in
      var counters = JobCounters()
      var after: Guid?
      while !Task.isCancelled {
        guard let page = try await OlderPage<Way>(run, older, after: after) else { break }
        after = page.couplings.last?.bcID
        counters += try await note(page.idle, run)
        if !page.records.isEmpty {
          counters += try await run.process(page.records)
          counters += try await afterOtherSide(page.records, older, run)
        }
        await progress(page.couplings.count)
      }
      return counters
    }
  }

  /// What the mapping leaves alone is as the mapping wants it.
  private func note(
    _ idle: [Coupling], _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> JobCounters {
    guard !idle.isEmpty else { return JobCounters() }
    var outcome = PageOutcome(
      job: run.job, mapping: mapping.name, pair: mapping.pair, direction: Way.direction,
      at: integration.clock())
    outcome.couplings = idle.map { coupling in
      var coupling = coupling
      coupling.effects.note(run.effects, Way.direction)
      return coupling
    }
    outcome.counters.unchanged = idle.count
    return try await integration.state.record(outcome).counters
  }

  /// Records of which only the partner changed since: that change comes back first, and then they are
  /// looked at.
  private func afterOtherSide(
    _ records: [StoredRecord<Way.Source>], _ older: OlderEffects, _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> JobCounters {
    guard mapping.policy.directions.count > 1 else { return JobCounters() }
    let side = Way.direction.source
    let known = try await integration.state.couplings(mapping.pair, side, ids: records.map(\.id))
    let open = zip(records, known).compactMap { source, coupling -> Coupling? in
      guard let coupling, older.contains(coupling.effects[Way.direction]), !coupling.isSkipped,
        coupling.version(side) == source.version.number
      else { return nil }
      return coupling
    }
    guard !open.isEmpty else { return JobCounters() }
    let targets = try await run.target.records(
      Way.Target.self, ids: open.map { $0.id(side.other) })
    let versions = Dictionary(targets.map { ($0.id, $0.version.number) }) { first, _ in first }
    let late = open.filter { coupling in
      versions[coupling.id(side.other)].map { $0 != coupling.version(side.other) } ?? false
    }
    guard !late.isEmpty else { return JobCounters() }
    let left = try await Self.leftAlone(targets, run)
    var counters = try await note(late.filter { left.contains($0.id(side.other)) }, run)
    let returning = late.filter { !left.contains($0.id(side.other)) }
    guard !returning.isEmpty else { return counters }
    // What came of that is told with this job.
    _ = try await Synchronizer(run.integration).run(
      mapping, Way.direction.reversed, .older, ids: returning.map { $0.id(side.other) })
    counters += try await run.process(
      try await run.source.records(Way.Source.self, ids: returning.map { $0.id(side) }))
    return counters
  }

  /// Targets whose changes never come back, as the mapping leaves them alone.
  static func leftAlone(
    _ targets: [StoredRecord<Way.Target>], _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> Set<Guid> {
    var targets = targets
    try await run.targetFigures.fill(&targets)
    return Set(targets.filter { run.isOutside(target: $0) }.map(\.id))
  }
}

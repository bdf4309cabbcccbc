import MapRuntime

/// What the page came to, recorded in one transaction.
extension PageRun {
  mutating func record() async throws(StoreFailure) -> JobCounters {
    let again = Set(stale)
    for place in rows.indices where !again.contains(place) { count(place) }
    // Nothing to say: a page without news costs no transaction.
    let refused = try await run.integration.state.record(outcome)
    if outcome.intent != nil { run.integration.checkpoint(.afterCoupling) }
    try await report(refused)
    guard !stale.isEmpty else { return outcome.counters }
    return try await takeAgain()
  }

  private mutating func count(_ place: Int) {
    let row = rows[place]
    switch row.fate {
    case .ignored:
      // What waited and is nobody's business any more waits no longer.
      if isDue, row.coupling == nil, !run.accepts(records[place].record) {
        outcome.settled.append(ids[place])
      }
      return
    case .unchanged: outcome.counters.unchanged += 1
    case .skipped: outcome.counters.skipped += 1
    case .create: outcome.counters.inserted += 1
    case .update: outcome.counters.modified += 1
    case .failed: outcome.counters.failed += 1
    case .held: outcome.counters.held += 1
    case .uncouple: outcome.counters.uncoupled += 1
    case .delete: outcome.counters.deleted += 1
    }
    keepCoupling(place, row)
    note(place, row)
    if let cut = cuts[place] { note(cut, row) }
    if let entry = row.entry { outcome.entries.append(entry) }
    outcome.entries += row.entry == nil ? row.laters : []
    switch row.fate {
    case .create, .update, .unchanged, .uncouple, .delete:
      if earlier[ids[place]] != nil && row.laters.isEmpty {
        outcome.settled.append(ids[place])
      }
    default: break
    }
  }

  /// What was done to a record, for `why` (B7).
  private mutating func note(_ place: Int, _ row: PageRow) {
    let kind: HistoryEvent.Kind
    var message = ""
    switch row.fate {
    case .update:
      let names = changes[place].columns.map { Way.Target.table.columns[$0].name }
      guard !names.isEmpty || row.isMatched else { return }
      kind = row.isMatched ? .coupled : .updated
      message = names.joined(separator: ", ")
    case .uncouple: kind = .uncoupled
    case .delete: kind = .deleted
    // How a coupling began is recorded with it.
    case .create, .ignored, .unchanged, .skipped, .failed, .held: return
    }
    outcome.events.append(
      HistoryEvent(
        at: outcome.at, kind: kind, mapping: run.mapping.name, direction: Way.direction,
        bcID: row.coupling?.bcID, salesID: row.coupling?.salesID, job: run.job,
        message: message))
  }

  /// What was cut is said with what was written (LANGUAGE 5, `too-long: cut`; B2).
  private mutating func note(_ cuts: [CutNote], _ row: PageRow) {
    guard row.fate == .create || row.fate == .update else { return }
    for cut in cuts {
      let name = Way.Mapping.rules[cut.rule].name
      outcome.counters.cut += 1
      outcome.events.append(
        HistoryEvent(
          at: outcome.at, kind: .cut, mapping: run.mapping.name, direction: Way.direction,
          bcID: row.coupling?.bcID, salesID: row.coupling?.salesID, job: run.job,
          message: "\(name): \(cut.length) characters, \(cut.limit) fit",
          rule: run.mapping.place(ofRule: cut.rule)))
    }
  }

  private mutating func keepCoupling(_ place: Int, _ row: PageRow) {
    guard var coupling = row.coupling else { return }
    if let lost = freed[place] { outcome.removed.append(lost) }
    switch row.fate {
    case .create:
      outcome.created.append(coupling)
    case .update:
      if Way.direction == .toSales { coupling.bcKey = records[place].record.key }
      outcome.couplings.append(coupling)
    case .unchanged:
      guard
        coupling.version(Way.direction.source) != versions[place].number
          || coupling[Way.direction] != .success
      else { return }
      // Looked at and equal. What the other side changed besides is still to be taken back.
      coupling.note(versions[place], Way.direction.source)
      if let target = row.target, !row.isBothChanged, coupling.version(Way.direction.target) == nil
      {
        coupling.note(targets[target].version, Way.direction.target)
      }
      if Way.direction == .toSales { coupling.bcKey = records[place].record.key }
      coupling[Way.direction] = .success
      outcome.couplings.append(coupling)
    case .failed:
      coupling[Way.direction] = .failure
      outcome.couplings.append(coupling)
    case .ignored, .skipped, .held, .uncouple, .delete: break
    }
  }

  /// Couplings that another run was faster with.
  private mutating func report(_ refused: [RefusedCoupling]) async throws(StoreFailure) {
    guard !refused.isEmpty else { return }
    var more = PageOutcome(
      job: run.job, mapping: run.mapping.name, pair: run.mapping.pair, direction: Way.direction,
      at: outcome.at)
    let side = Way.direction.source
    for coupling in refused.map(\.coupling) {
      more.entries.append(
        Entry(
          mapping: run.mapping.name, direction: Way.direction, kind: .failed,
          sourceID: coupling.id(side), sourceName: RecordKey.shown(coupling.bcKey),
          targetID: coupling.id(side.other),
          message: "was not coupled: one of the two is coupled with another record",
          job: run.job, at: outcome.at))
    }
    more.counters.failed = refused.count
    try await run.integration.state.record(more)
    outcome.counters += more.counters
  }

  /// Records that somebody changed between our read and our write go once more.
  private mutating func takeAgain() async throws(StoreFailure) -> JobCounters {
    guard attempt < 3 else {
      var more = PageOutcome(
        job: run.job, mapping: run.mapping.name, pair: run.mapping.pair,
        direction: Way.direction, at: outcome.at)
      for place in stale {
        fail(place, "changed again and again while it was being written", rule: nil)
        if let entry = rows[place].entry { more.entries.append(entry) }
      }
      more.counters.failed = stale.count
      try await run.integration.state.record(more)
      outcome.counters += more.counters
      return outcome.counters
    }
    var page = PageRun(run, stale.map { records[$0] }, isDue: true, attempt: attempt + 1)
    var counters = outcome.counters
    counters += try await page.process()
    return counters
  }
}

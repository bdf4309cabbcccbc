import MapRuntime

/// A page that is over: what it came to is recorded in one transaction with the end of its intent.
struct RecordedPage<Way: OneWay> {
  private var page: Page<Way>
  private var run: DirectionRun<Way> { page.run }
  /// Sources whose targets somebody changed between our read and our write: they go once more.
  private(set) var again: [StoredRecord<Way.Source>] = []

  var counters: JobCounters { page.outcome.counters }

  init(_ written: WrittenPage<Way>) async throws(StoreFailure) {
    page = written.page
    for index in page.rows.indices {
      let row = page.rows[index]
      // The mark may pass it: should this be the end, the next run looks at it again.
      if row.isStale { page.outcome.entries.append(again(row)) } else { count(row) }
    }
    if !run.pending.isEmpty {
      page.outcome.overtaken += page.rows.filter { $0.fate == .update && !$0.isStale }
        .compactMap { $0.target?.id }
    }
    // Nothing to say: a page without news costs no transaction.
    let refused = try await run.integration.state.record(page.outcome)
    if page.outcome.intent != nil { run.integration.checkpoint(.afterCoupling) }
    try await report(refused)
    try await takeAgain()
  }

  private mutating func count(_ row: PageRow<Way>) {
    switch row.fate {
    case .ignored:
      // What waited and is nobody's business any more waits no longer.
      let isOver = row.earlier?.kind == .interrupted || !run.accepts(row.source.record)
      if row.isOver && row.earlier != nil || page.task.isDue && row.coupling == nil && isOver {
        page.outcome.settled.append(SettledEntry(row.source.id, read: row.earlier))
      }
      return
    case .unchanged: page.outcome.counters.unchanged += 1
    case .skipped: page.outcome.counters.skipped += 1
    case .create where row.predecessor != nil: page.outcome.counters.modified += 1
    case .create: page.outcome.counters.inserted += 1
    case .update: page.outcome.counters.modified += 1
    case .failed: page.outcome.counters.failed += 1
    case .held: page.outcome.counters.held += 1
    case .uncouple: page.outcome.counters.uncoupled += 1
    case .delete: page.outcome.counters.deleted += 1
    }
    keepCoupling(row)
    noteHistory(row)
    noteCuts(row)
    if let entry = row.entry {
      page.outcome.entries.append(entry)
    } else {
      page.outcome.entries += row.laters
    }
    switch row.fate {
    // What nobody converted says nothing of what waits.
    case .unchanged where !row.hasFollowed && row.target == nil && row.earlier?.kind.waits == true:
      break
    case .create, .update, .unchanged, .uncouple, .delete:
      if row.earlier != nil && row.laters.isEmpty {
        page.outcome.settled.append(SettledEntry(row.source.id, read: row.earlier))
      }
    case .ignored, .skipped, .failed, .held: break
    }
  }

  private mutating func keepCoupling(_ row: PageRow<Way>) {
    guard var coupling = row.coupling else { return }
    if let lost = row.lost ?? row.predecessor?.coupling { page.outcome.removed.append(lost) }
    switch row.fate {
    case .create:
      page.outcome.created.append(coupling)
    case .update:
      refreshKey(&coupling, row)
      page.outcome.couplings.append(coupling)
    case .unchanged:
      guard
        coupling.version(Way.direction.source) != row.source.version.number
          || row.writtenSource != nil || coupling[Way.direction] != .success
      else { return }
      // Looked at and equal. What the other side changed besides is still to be taken back.
      coupling.note(row.writtenSource ?? row.source.version, Way.direction.source)
      if let target = row.target, !row.isBothChanged, coupling.version(Way.direction.target) == nil
      {
        coupling.note(target.version, Way.direction.target)
      }
      refreshKey(&coupling, row)
      coupling[Way.direction] = .success
      page.outcome.couplings.append(coupling)
    case .failed:
      coupling[Way.direction] = .failure
      page.outcome.couplings.append(coupling)
    case .skipped where row.isMatched, .held where row.isMatched:
      // That they found each other stands; nothing has moved yet.
      page.outcome.couplings.append(coupling)
    case .ignored, .skipped, .held, .uncouple, .delete: break
    }
  }
}

extension RecordedPage {
  /// The key by which people know the BC record, as it was when it was looked at.
  private func refreshKey(_ coupling: inout Coupling, _ row: PageRow<Way>) {
    switch Way.direction {
    case .toSales: coupling.bcKey = row.source.record.key
    case .toBC: if let target = row.target { coupling.bcKey = target.record.key }
    }
  }
}

/// What is said of a page's records besides.
extension RecordedPage {
  /// What was done to a record, for `why` (B7).
  private mutating func noteHistory(_ row: PageRow<Way>) {
    if let story = row.story { note(row, .updated, story) }
    switch row.fate {
    case .update:
      let fields = row.changedFields
      guard !fields.isEmpty || row.isMatched else { return }
      note(row, row.isMatched ? .coupled : .updated, fields)
    case .create where row.predecessor != nil:
      note(row, .updated, "it takes the place of an earlier version")
    case .uncouple: note(row, .uncoupled, "")
    case .delete: note(row, .deleted, "")
    // How a coupling began is recorded with it.
    case .create, .ignored, .unchanged, .skipped, .failed, .held: break
    }
  }

  /// What was cut is said with what was written (`too-long: cut`; B2).
  private mutating func noteCuts(_ row: PageRow<Way>) {
    guard row.fate == .create || row.fate == .update else { return }
    for cut in row.cuts {
      page.outcome.counters.cut += 1
      note(
        row, .cut,
        "\(Way.Mapping.rules[cut.rule].name): \(cut.length) characters, \(cut.limit) fit",
        rule: run.mapping.place(ofRule: cut.rule))
    }
  }

  private mutating func note(
    _ row: PageRow<Way>, _ kind: HistoryEvent.Kind, _ message: String, rule: String? = nil
  ) {
    page.outcome.events.append(
      HistoryEvent(
        at: page.outcome.at, kind: kind, mapping: run.mapping.name, direction: Way.direction,
        bcID: row.coupling?.bcID, salesID: row.coupling?.salesID, job: run.job,
        message: message, rule: rule))
  }
}

/// What did not come out as the page had it.
extension RecordedPage {
  /// What lets a run look at a record once more whose partner somebody changed meanwhile.
  private func again(_ row: PageRow<Way>) -> Entry {
    Entry(
      mapping: run.mapping.name, direction: Way.direction, kind: .interrupted,
      sourceID: row.source.id, sourceName: RecordName.of(row.source.record, id: row.source.id),
      targetID: row.coupling?.id(Way.direction.target),
      message: "is looked at again: somebody changed its partner while it was being written",
      job: run.job, at: page.outcome.at)
  }

  /// Couplings that are others by now than the ones that the page read. What was in between stands:
  /// a record with another partner fails, and the others are decided again from the present.
  private mutating func report(_ refused: [RefusedCoupling]) async throws(StoreFailure) {
    guard !refused.isEmpty else { return }
    let side = Way.direction.source
    var changed: Set<Guid> = []
    var entries: [Entry] = []
    for refused in refused {
      if refused.coupling.revision != nil && !refused.isTaken {
        changed.insert(refused.coupling.id(side))
        continue
      }
      entries.append(
        Entry(
          mapping: run.mapping.name, direction: Way.direction, kind: .failed,
          sourceID: refused.coupling.id(side),
          sourceName: RecordKey.shown(refused.coupling.bcKey),
          targetID: refused.coupling.id(side.other),
          message: "was not coupled: one of the two is coupled with another record",
          job: run.job, at: page.outcome.at))
    }
    try await add(entries)
    for index in page.rows.indices where changed.contains(page.rows[index].source.id) {
      page.rows[index].isStale = true
    }
  }

  /// Records that somebody changed between our read and our write go once more, but not for ever.
  private mutating func takeAgain() async throws(StoreFailure) {
    var stale: [PageRow<Way>] = []
    for index in page.rows.indices where page.rows[index].isStale { stale.append(page.rows[index]) }
    guard page.task.attempt >= 3 else {
      again = stale.map { $0.source }
      return
    }
    for row in stale {
      page.fail(row, "changed again and again while it was being written")
    }
    try await add(stale.compactMap(\.entry))
  }

  /// Failures that the page's own transaction did not know yet.
  private mutating func add(_ entries: [Entry]) async throws(StoreFailure) {
    guard !entries.isEmpty else { return }
    var more = PageOutcome(
      job: run.job, mapping: run.mapping.name, pair: run.mapping.pair, direction: Way.direction,
      at: page.outcome.at)
    more.entries = entries
    more.counters.failed = entries.count
    try await run.integration.state.record(more)
    page.outcome.counters += more.counters
  }
}

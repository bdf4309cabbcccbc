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
    try await page.notePassedOver()
    try await OtherWay(page.run).look(page)
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
    let recorded = try await run.integration.state.record(page.outcome)
    page.outcome.counters = recorded.counters
    if page.outcome.intent != nil { run.integration.checkpoint(.afterCoupling) }
    try await report(recorded.refused)
    try await takeAgain()
  }

  private mutating func count(_ row: PageRow<Way>) {
    page.outcome.counters += row.counters
    // What was noted of a record that is nobody's business any more is over.
    if row.isOver && row.earlier != nil && (row.fate == .ignored || row.fate == .skipped) {
      page.outcome.settled.append(SettledEntry(row.source.id, read: row.earlier))
    }
    if row.fate == .ignored {
      // So is what waited.
      let isOver = row.earlier?.kind == .interrupted || !run.accepts(row.source.record)
      if !row.isOver && page.task.isDue && row.coupling == nil && isOver {
        page.outcome.settled.append(SettledEntry(row.source.id, read: row.earlier))
      }
      if row.isOver {
        keepCoupling(row)
        turnToOtherWay(row)
      }
      return
    }
    keepCoupling(row)
    noteHistory(row)
    noteCuts(row)
    if let told = row.told { page.outcome.told.append(told) }
    if let entry = row.entry, let earlier = row.earlier, entry.waits(as: earlier) {
      // Since when it waits stays as it is.
      page.outcome.told.append(entry)
    } else if let entry = row.entry {
      page.outcome.entries.append(entry)
    } else {
      page.outcome.entries += row.laters
    }
    switch row.fate {
    // What nobody converted says nothing of what waits.
    case .unchanged where !row.hasFollowed && row.target == nil && row.earlier?.kind.waits == true:
      break
    case .create, .update, .unchanged, .uncouple, .delete:
      if row.earlier != nil && row.laters.isEmpty && !row.isDisputed {
        page.outcome.settled.append(SettledEntry(row.source.id, read: row.earlier))
      }
    case .ignored, .skipped, .failed, .held: break
    }
    settleConflict(row)
    turnToOtherWay(row)
  }

  /// What only the other direction can do now, and what it has nothing to do with any more.
  private mutating func turnToOtherWay(_ row: PageRow<Way>) {
    guard let coupling = row.coupling else { return }
    if row.endsOtherEntry {
      page.outcome.settledBack.append(coupling.id(Way.direction.target))
    }
    if row.otherWay == .open {
      page.outcome.entries.append(OtherWay(run).entry(coupling, at: page.outcome.at))
    }
  }

  /// A conflict is noted under the record of Business Central alone, and so it is over.
  private mutating func settleConflict(_ row: PageRow<Way>) {
    guard Way.direction == .toBC else { return }
    if row.conflict != nil {
      guard row.earlier != nil else { return }
      page.outcome.settled.append(SettledEntry(row.source.id, read: row.earlier))
    } else if run.hasEntriesOfOtherWay, row.target != nil, let coupling = row.coupling,
      row.fate == .update || row.fate == .unchanged
    {
      page.outcome.solved.append(coupling.bcID)
    }
  }

  private mutating func keepCoupling(_ row: PageRow<Way>) {
    guard row.coupling != nil else { return }
    if let lost = row.lost ?? row.predecessor?.coupling { page.outcome.removed.append(lost) }
    guard let kept = row.kept(run) else { return }
    // Also one that was made, and of which failed what was to follow.
    let isMade =
      row.fate == .create
      || row.fate == .failed && row.newID != nil && row.predecessor == nil && kept.revision == nil
    if isMade {
      page.outcome.created.append(kept)
    } else {
      page.outcome.couplings.append(kept)
    }
    if row.coupling?.isSkipped == true && !kept.isSkipped { page.outcome.freed.append(kept) }
  }
}

/// What is said of a page's records besides.
extension RecordedPage {
  /// What was done to a record, for `why` (B7).
  private mutating func noteHistory(_ row: PageRow<Way>) {
    if let story = row.story { note(row, .updated, story) }
    switch row.fate {
    case .update:
      let fields = page.changedFields(row)
      guard !fields.isEmpty || row.isMatched else { return }
      note(row, row.isMatched ? .coupled : .updated, fields)
    case .create where row.predecessor != nil:
      note(row, .updated, "it takes the place of an earlier version")
    case .uncouple: note(row, .uncoupled, "")
    case .delete:
      let known = row.coupling?.version(Way.direction.source)
      let isChanged = row.source.version.isChange(since: known)
      note(row, .deleted, isChanged ? HistoryEvent.changedBeforeDeletion : "")
    // How a coupling began is recorded with it.
    case .create, .ignored, .unchanged, .skipped, .failed, .held: break
    }
  }

  /// What was cut is said with what was written (`too-long: cut`; B2).
  private mutating func noteCuts(_ row: PageRow<Way>) {
    guard row.fate == .create || row.fate == .update else { return }
    for cut in row.cuts where isWritten(cut, row) {
      page.outcome.counters.cut += 1
      note(
        row, .cut,
        "\(Way.Mapping.rules[cut.rule].name): \(cut.length) characters, \(cut.limit) "
          + (cut.limit == 1 ? "fits" : "fit"),
        rule: run.mapping.place(ofRule: cut.rule))
    }
  }

  /// Whether the field of a cut is among those that are written: a text is converted with every change of
  /// its record, and cut anew each time. A rule tells its field by the names that it has for people.
  private func isWritten(_ cut: CutNote, _ row: PageRow<Way>) -> Bool {
    guard row.fate == .update else { return true }
    let rule = Way.Mapping.rules[cut.rule].name
    let columns = Way.Target.table.columns.indices.filter { column in
      let name = Way.Target.table.columns[column].name
      return rule == name
        || (Way.direction == .toBC
          ? rule.hasPrefix("\(name) \u{2013} ") : rule.hasSuffix(" \u{2013} \(name)"))
    }
    return columns.isEmpty || columns.contains(where: row.changes.contains)
  }

  private mutating func note(
    _ row: PageRow<Way>, _ kind: HistoryEvent.Kind, _ message: String, rule: String? = nil
  ) {
    page.outcome.events.append(
      HistoryEvent(
        at: page.outcome.at, kind: kind, mapping: run.mapping.name, direction: Way.direction,
        bcID: row.coupling?.bcID, salesID: row.coupling?.salesID, job: run.job,
        message: message, rule: rule,
        key: kind == .uncoupled || kind == .deleted ? row.coupling?.bcKey : nil))
  }
}

/// What did not come out as the page had it.
extension RecordedPage {
  /// What lets a run look at a record once more whose partner somebody changed meanwhile.
  private func again(_ row: PageRow<Way>) -> Entry {
    Entry(
      mapping: run.mapping.name, direction: Way.direction, kind: .interrupted,
      sourceID: row.source.id,
      sourceName: run.integration.name(of: row.source.record, id: row.source.id),
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
          sourceName: run.integration.name(of: refused.coupling.bcKey, in: run.mapping.pair.bc),
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
    page.outcome.counters += try await run.integration.state.record(more).counters
  }
}

import MapRuntime

/// A page of which each record's fate is known, as far as it can be before anything is converted:
/// with its coupling, and with its counterpart where it has one (R D-9, D-12).
package struct PlannedPage<Way: OneWay> {
  private(set) var page: Page<Way>
  private var run: DirectionRun<Way> { page.run }

  package init(
    _ run: DirectionRun<Way>, _ records: [StoredRecord<Way.Source>], _ task: PageTask = PageTask()
  ) async throws(StoreFailure) {
    page = Page(run, task)
    page.outcome.taken = records.count
    try await read(records)
    for index in page.rows.indices { decide(page.rows[index]) }
    if run.mode.onlyUncoupled { try await freeLost() }
    try await page.document?.findPredecessors(page)
    try await matchAutomatically()
    try await holdUncoupled()
    for row in page.rows where row.fate == .update && page.task.described.contains(row.source.id) {
      // What only the other side changed travels from there.
      row.hasMore = row.coupling?.version(Way.direction.source) != row.source.version.number
    }
    failDamaged()
    try await readTargets()
  }

  /// The rows, with their couplings and what was noted of them earlier.
  private mutating func read(_ records: [StoredRecord<Way.Source>]) async throws(StoreFailure) {
    var records = records
    // What neither system knows of the source records by itself.
    try await run.sourceFigures.fill(&records)
    var ids: [Guid] = []
    ids.reserveCapacity(records.count)
    page.rows.reserveCapacity(records.count)
    for index in records.indices {
      let row = PageRow<Way>(records[index])
      ids.append(row.source.id)
      page.rows.append(row)
    }
    let state = run.integration.state
    let couplings = try await state.couplings(run.mapping.pair, Way.direction.source, ids: ids)
    for index in couplings.indices { page.rows[index].coupling = couplings[index] }
    if !page.task.foreseen.isEmpty {
      for (index, id) in ids.enumerated() {
        if let foreseen = page.task.foreseen[id] { page.rows[index].coupling = foreseen }
      }
    }
    for row in page.rows where page.task.uncoupled.contains(row.source.id) {
      row.formerTarget = row.coupling?.id(Way.direction.target)
      row.coupling = nil
    }
    try await findConflicts()
    guard run.hasEntries || page.task.isDue else { return }
    var entries: [Guid: Entry] = [:]
    for entry in try await state.entries(run.mapping.name, Way.direction, ids: ids) {
      entries[entry.sourceID] = entry
    }
    for (index, id) in ids.enumerated() {
      guard let entry = entries[id], !page.task.uncoupled.contains(id) else { continue }
      page.rows[index].earlier = entry
      if run.hasTried(entry, isDue: page.task.isDue) { page.rows[index].isTriedAlready = true }
    }
    // What waits as well as being in conflict was told, and its entry is still the earlier one.
    guard Way.direction == .toSales, !page.task.isDue, run.mode.trigger == .scheduled else {
      return
    }
    let kept = page.rows.filter { $0.earlier?.conflict != nil && !$0.isTriedAlready }
    guard !kept.isEmpty else { return }
    let told = try await state.met(by: run.job, .toSales, ids: kept.map(\.source.id))
    for row in kept where told.contains(row.source.id) { row.isTriedAlready = true }
  }

  /// What is known of conflicts, which are noted under the records of BC, whichever direction found
  /// them: those at rest, and those that this very job has told already.
  private func findConflicts() async throws(StoreFailure) {
    guard Way.direction == .toSales ? run.hasEntries : run.hasEntriesOfOtherWay,
      run.mode.checksConflicts, page.document == nil
    else { return }
    let state = run.integration.state
    let resting = page.rows.filter { $0.coupling?.isSkipped == true }
    if !resting.isEmpty {
      let noted = try await state.entries(
        run.mapping.name, .toSales, ids: resting.compactMap { $0.coupling?.bcID })
      let conflicts = Set(noted.filter { $0.conflict != nil }.map(\.sourceID))
      for row in resting where row.coupling.map({ conflicts.contains($0.bcID) }) ?? false {
        row.isConflictAtRest = true
      }
    }
    guard Way.direction == .toBC, !page.task.isDue, run.mode.trigger == .scheduled else { return }
    let failed = page.rows.filter { $0.coupling?.toBC == .failure }
    guard !failed.isEmpty else { return }
    let told = try await state.met(
      by: run.job, .toSales, ids: failed.compactMap { $0.coupling?.bcID })
    for row in failed where row.coupling.map({ told.contains($0.bcID) }) ?? false {
      row.isTriedAlready = true
    }
  }

  private func decide(_ row: PageRow<Way>) {
    if row.isTriedAlready {
      row.fate = .ignored
    } else if let document = page.document, document.decide(row, page) {
      return
    } else if let coupling = row.coupling {
      row.fate = coupled(row, coupling)
    } else {
      row.fate = uncoupled(row)
    }
  }

  private func coupled(_ row: PageRow<Way>, _ coupling: Coupling) -> RowFate {
    if run.mode.onlyUncoupled { return .skipped }
    if row.earlier != nil || coupling.isSkipped, run.isOutside(row.source) { return outside(row) }
    if rests(coupling) && !row.isConflictAtRest { return .skipped }
    let isUnchanged =
      coupling.version(Way.direction.source) == row.source.version.number
      && coupling[Way.direction] != .failure
    if isUnchanged && !page.task.isDue && !run.mode.looksAnyway { return .unchanged }
    return run.isOutside(row.source) ? outside(row) : .update
  }

  /// A record that left the filter: what was noted of it is over. It counts where it is met as a change.
  private func outside(_ row: PageRow<Way>) -> RowFate {
    row.isOver = true
    return page.task.isDue || run.mode.trigger == .fullSynchronization ? .ignored : .skipped
  }

  private func rests(_ coupling: Coupling) -> Bool {
    coupling.isSkipped && !page.task.isDue && !run.mode.overridesRest
  }

  private func uncoupled(_ row: PageRow<Way>) -> RowFate {
    let passedOver: RowFate = run.mode.countsAll ? .skipped : .ignored
    let earlier = row.earlier?.kind
    if earlier != nil, !run.accepts(row.source) {
      row.isOver = true
      return passedOver
    }
    if earlier == .skipped && !page.task.isDue && !run.mode.overridesRest { return .skipped }
    // What the integration itself wrote last is no news: the company that uncoupling cleared, or a
    // record that it made for another one (R D-15). What hangs on another mapping's coupling of the
    // same record is news all the same: a customer that came from Sales has no figures yet (R I-1).
    if run.mode.trigger == .scheduled && !page.task.isDue && row.source.version.isOurs
      && run.policy.sameRecord.isEmpty
    {
      return passedOver
    }
    // Who was held on the way to being created goes through by itself (F6), and may name another
    // record by now, or none.
    let isComing = page.task.isDue || run.mode.trigger == .scheduled
    let creates = run.creates || isComing && earlier == .held
    guard creates || run.policy.match?.isAutomatic == true else { return passedOver }
    guard run.accepts(row.source) else { return passedOver }
    return creates ? .create : passedOver
  }

  /// A record that this run is about to take, and that cannot be read: nothing is concluded from
  /// what it lacks.
  private func failDamaged() {
    for index in page.rows.indices {
      let row = page.rows[index]
      guard row.fate == .create || row.fate == .update, let damage = row.source.damage else {
        continue
      }
      page.fail(row, damage)
    }
  }

  /// Couplings that point nowhere keep no record from being created (R D-44).
  private func freeLost() async throws(StoreFailure) {
    let side = Way.direction.target
    let ids = page.rows.compactMap { $0.coupling?.id(side) }
    guard !ids.isEmpty, run.creates else { return }
    let there = Set(try await run.target.records(Way.Target.self, ids: ids).map(\.id))
    let lost = page.rows.filter { row in
      row.coupling.map { !there.contains($0.id(side)) && run.accepts(row.source) } ?? false
    }
    // Taken in once: a person says whether it is to be taken in again (R E-4, O-20).
    if let document = page.document, try await document.tellGone(lost, page) { return }
    for row in lost {
      row.lost = row.coupling
      row.restart(.create)
    }
  }

  /// Uncoupled records that find their partner by themselves (R D-10).
  private mutating func matchAutomatically() async throws(StoreFailure) {
    guard let policy = run.policy.match, policy.isAutomatic else { return }
    let open = page.rows.filter { row in
      row.coupling == nil && row.fate != .skipped && row.source.damage == nil
        && run.accepts(row.source.record)
    }
    // Only from BC to Sales: these are the same type then.
    guard !open.isEmpty,
      let asking = open.map(\.source) as? [StoredRecord<Way.Mapping.BCRecord>]
    else { return }
    let matcher = try Matcher<Way.Mapping>(run.integration, run.mapping, policy, values: run.values)
    for (row, match) in zip(open, try await matcher.match(asking)) {
      guard case .found(let id) = match else { continue }
      row.restart(
        .update,
        coupling: Coupling(bcID: row.source.id, salesID: id, bcKey: row.source.record.key))
      row.isMatched = true
    }
  }

  /// Records that must be coupled in another mapping before they get a partner in this one: the
  /// row of statistics hangs on the account of the same customer (F6).
  private func holdUncoupled() async throws(StoreFailure) {
    let side = Way.direction.source
    for name in run.policy.sameRecord {
      let indices = page.indices(.create)
      guard let mapping = run.integration.mapping(name), !indices.isEmpty else { continue }
      let couplings = try await run.integration.state.couplings(
        mapping.pair, side, ids: page.ids(indices))
      for (index, coupling) in zip(indices, couplings) where coupling == nil {
        let row = page.rows[index]
        let key = side == .bc ? row.source.record.key : row.source.id.description
        page.note(
          row, .held, "waits for its own coupling by \(name)",
          missing: Entry.Missing(pair: mapping.pair, side: side, key: key, id: row.source.id))
      }
    }
  }
}

/// The counterparts of coupled records, in one query; what is gone is answered as the mapping says
/// (R D-31 to D-34).
extension PlannedPage {
  private mutating func readTargets() async throws(StoreFailure) {
    let side = Way.direction.target
    let wanted = page.indices(.update)
    guard !wanted.isEmpty else { return }
    var targets = try await run.target.records(
      Way.Target.self, ids: wanted.compactMap { page.rows[$0].coupling?.id(side) })
    try await run.targetFigures.fill(&targets)
    var numbers = [Guid: Int](minimumCapacity: targets.count)
    for (number, target) in targets.enumerated() { numbers[target.id] = number }
    for index in wanted {
      let row = page.rows[index]
      guard let coupling = row.coupling else { continue }
      if let number = numbers[coupling.id(side)] {
        if let damage = targets[number].damage {
          page.fail(row, "its partner cannot be read: \(damage)")
          continue
        }
        if run.excludes(target: targets[number].record) {
          row.fate = run.mode.trigger == .fullSynchronization ? .ignored : .skipped
          continue
        }
        row.target = targets[number]
        compareVersions(row, coupling)
      } else if page.document?.leavesLost(row, page) != true {
        gone(row, coupling)
      }
    }
    page.document?.askTargets(page)
  }

  /// Which side changed since the last run, and whether this direction may go on.
  private func compareVersions(_ row: PageRow<Way>, _ coupling: Coupling) {
    let side = Way.direction.target
    let isTwoWay = run.policy.directions.count > 1
    // What was never in step has changed on both sides (R D-4, D-25).
    let isTargetChanged = coupling.version(side) != row.target?.version.number
    let isSourceChanged = coupling.version(side.other) != row.source.version.number
    row.isTargetChanged = isTargetChanged
    row.isBothChanged = isTwoWay && isTargetChanged && isSourceChanged
    if isTargetChanged && run.mode.leavesChangedTargets && isTwoWay {
      row.fate = .skipped
    } else if isTargetChanged && !isSourceChanged && isTwoWay && run.mode.checksConflicts {
      // Only the other side changed: its change travels first. What is due stays due, and so does
      // what an earlier run noted.
      let isTakenUpLater =
        page.task.isDue || row.earlier != nil || run.mode.waitsForOtherSide
      row.fate = isTakenUpLater ? .ignored : .unchanged
      row.target = nil
    }
  }

  private mutating func gone(_ row: PageRow<Way>, _ coupling: Coupling) {
    switch run.policy.conflict.delete {
    case .uncouple:
      row.fate = .uncouple
      page.outcome.removed.append(coupling)
    case .deletePartner:
      row.fate = .delete
      page.outcome.removed.append(coupling)
    case .restore where run.policy.creates.contains(Way.direction):
      row.restart(.create)
      row.lost = coupling
    case .restore, .refuse:
      page.fail(
        row,
        "is coupled to a record of '\(Way.Target.table.name)' that was deleted; restore it, "
          + "uncouple, or say 'conflict: { delete: … }' in the mapping")
    }
  }
}

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
    try await read(records)
    for index in page.rows.indices { decide(page.rows[index]) }
    if run.mode.onlyUncoupled { try await freeLost() }
    try await page.document?.findPredecessors(page)
    try await matchAutomatically()
    try await holdUncoupled()
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
    guard run.hasEntries || page.task.isDue else { return }
    var entries: [Guid: Entry] = [:]
    for entry in try await state.entries(run.mapping.name, Way.direction, ids: ids) {
      entries[entry.sourceID] = entry
    }
    for (index, id) in ids.enumerated() {
      if let entry = entries[id] { page.rows[index].earlier = entry }
    }
  }

  private func decide(_ row: PageRow<Way>) {
    if !page.task.isDue, let earlier = row.earlier, earlier.job == run.job {
      // What this very job has failed or held already is not tried twice.
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
    if run.mode.onlyUncoupled || coupling.isSkipped && !page.task.isDue { return .skipped }
    let isUnchanged =
      coupling.version(Way.direction.source) == row.source.version.number
      && coupling[Way.direction] != .failure
    if isUnchanged && !page.task.isDue && !run.mode.looksAnyway { return .unchanged }
    let passedOver: RowFate = run.mode.trigger == .fullSynchronization ? .ignored : .skipped
    if run.excludes(row.source.record) { return passedOver }
    if run.policy.outsideFilter == .skip && !accepts(row) {
      return passedOver
    }
    return .update
  }

  private func uncoupled(_ row: PageRow<Way>) -> RowFate {
    let passedOver: RowFate = run.mode.countsAll ? .skipped : .ignored
    let earlier = row.earlier?.kind
    if earlier == .skipped && !page.task.isDue { return .skipped }
    // What the integration itself wrote last is no news: the company that uncoupling cleared, or a
    // record that it made for another one (R D-15).
    if run.mode.trigger == .scheduled && !page.task.isDue && row.source.version.isOurs {
      return passedOver
    }
    // Who was held on the way to being created goes through by itself (F6).
    let creates = run.creates || page.task.isDue && earlier == .held
    guard creates || run.policy.match?.isAutomatic == true else { return passedOver }
    guard accepts(row) else { return passedOver }
    return creates ? .create : passedOver
  }

  /// Whether a record is within the filter; one that cannot be read is this mapping's to tell.
  private func accepts(_ row: PageRow<Way>) -> Bool {
    row.source.damage != nil || run.accepts(row.source.record)
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
    for row in page.rows {
      guard let coupling = row.coupling, !there.contains(coupling.id(side)),
        accepts(row)
      else { continue }
      guard page.document == nil else {
        // Taken in once: a person says whether it is to be taken in again (R E-4, O-20).
        page.fail(
          row,
          "is coupled with a document that is gone; 'mapsync uncouple \(run.mapping.name)' lets it "
            + "be taken in again")
        continue
      }
      row.restart(.create)
      row.lost = coupling
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
      page.outcome.counters.coupled += 1
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
        row.target = targets[number]
        compareVersions(row, coupling)
      } else {
        gone(row, coupling)
      }
    }
  }

  /// Which side changed since the last run, and whether this direction may go on.
  private func compareVersions(_ row: PageRow<Way>, _ coupling: Coupling) {
    let side = Way.direction.target
    let isTwoWay = run.policy.directions.count > 1
    // What was never in step has changed on both sides (R D-4, D-25).
    let isTargetChanged = coupling.version(side) != row.target?.version.number
    let isSourceChanged = coupling.version(side.other) != row.source.version.number
    row.isBothChanged = isTwoWay && isTargetChanged && isSourceChanged
    if isTargetChanged && run.mode.leavesChangedTargets && isTwoWay {
      row.fate = .skipped
    } else if isTargetChanged && !isSourceChanged && isTwoWay && run.mode.checksConflicts {
      // Only the other side changed: its change travels first. What is due stays due, and so does
      // what an earlier run noted.
      row.fate = page.task.isDue || row.earlier != nil ? .ignored : .unchanged
      row.target = nil
    }
  }

  private mutating func gone(_ row: PageRow<Way>, _ coupling: Coupling) {
    switch run.policy.deleteConflict {
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

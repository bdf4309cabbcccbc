import MapRuntime

/// A page of which everything is written that was to be: the intent first, then a batch of new
/// records, their second writes, and a batch of changes (B6). It is not recorded yet.
struct WrittenPage<Way: OneWay> {
  private(set) var page: Page<Way>
  private var run: DirectionRun<Way> { page.run }
  private let writes: PageWrites<Way>

  init(_ converted: ConvertedPage<Way>) async throws(StoreFailure) {
    page = converted.page
    writes = PageWrites(page.run)
    // Each of them has a result: a row without one has another fate by now.
    let creations = page.indices(.create)
    let updates = page.indices(.update)
    try await declare(creations, updates)
    // Where one of these fails, the intent stays open: who runs the mapping next settles it first.
    try await create(creations)
    try await update(updates)
    try await delete()
    if !creations.isEmpty || !updates.isEmpty { run.integration.checkpoint(.afterWrite) }
    try await page.finishRules(converted.ruled)
    try await page.document?.finish(page)
    try await page.noteNewPartners()
  }

  /// Says what will be written before it is.
  private mutating func declare(
    _ creations: [Int], _ updates: [Int]
  ) async throws(StoreFailure) {
    guard !creations.isEmpty || !updates.isEmpty else { return }
    var declared: [Intent.Write] = []
    declared.reserveCapacity(creations.count + updates.count)
    for index in creations {
      let row = page.rows[index]
      guard let id = row.newID else { continue }
      row.agreed = run.agreement?.written(row, isOpen: false)
      declared.append(
        .init(
          row.predecessor == nil ? .creation : .replacement, source: row.source.id, target: id,
          sourceRead: VersionRead(row.source.version),
          targetRead: row.predecessor.map { VersionRead($0.version) }, agreed: row.agreed,
          effects: run.effects))
    }
    try await page.nameReplaced(updates)
    for index in updates {
      let row = page.rows[index]
      guard let target = row.target else { continue }
      let isOpen = row.isBothChanged && run.mode.checksConflicts
      row.agreed = run.agreement?.written(row, isOpen: isOpen)
      declared.append(
        .init(
          row.isMatched ? .matched : .update, source: row.source.id, target: target.id,
          sourceRead: VersionRead(row.source.version), targetRead: VersionRead(target.version),
          keepsTarget: isOpen || OpenTargets(run).mayBeOpen(row), keepsSource: row.isDisputed,
          agreed: row.agreed, effects: run.effects, fields: page.changedFields(row)))
    }
    page.outcome.intent = try await run.integration.state.open(
      Intent(mapping: run.mapping.name, direction: Way.direction, writes: declared))
    run.integration.checkpoint(.afterIntent)
  }

  private func create(_ creations: [Int]) async throws(StoreFailure) {
    guard !creations.isEmpty else { return }
    let creations = try await withoutFound(creations)
    let news = page.newRecords(creations)
    var made: [NewTarget] = []
    made.reserveCapacity(creations.count)
    var refused: [(row: PageRow<Way>, reason: String)] = []
    for (index, result) in zip(creations, try await writes.create(news, whole: page.document)) {
      let row = page.rows[index]
      switch result {
      case .written(let id, let version):
        row.newID = id
        made.append(NewTarget(row: index, id: id, version: version))
      case .refused(let reason): refused.append((row, reason))
      case .failed(let reason): page.fail(row, reason)
      case .stale where row.predecessor != nil, .missing where row.predecessor != nil:
        row.newID = nil
        row.isStale = true
      case .stale, .missing: page.fail(row, "could not be created")
      }
    }
    try await writeAfterCreation(&made)
    try await couple(made)
    try await TakenPlaces(run).fail(refused, in: page)
    // One that was on its way may have arrived just now, and that is why ours was refused.
    _ = try await withoutFound(
      creations.filter { page.rows[$0].fate == .failed && page.rows[$0].coupling == nil })
  }

  /// Those that are not there yet. A reserved id may be by now: a write that was on its way when its
  /// process was given up has arrived (B6). Such a record is coupled, and looked at once more.
  private func withoutFound(
    _ creations: [Int]
  ) async throws(StoreFailure) -> [Int] {
    guard !run.reserved.isEmpty else { return creations }
    let reserved = creations.filter { index in
      let row = page.rows[index]
      return row.predecessor == nil && run.reserved[row.source.id] != nil
    }
    let found = try await run.target.records(
      Way.Target.self, ids: reserved.compactMap { page.rows[$0].newID })
    let targets = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
    var late: [NewTarget] = []
    for index in reserved {
      guard let target = page.rows[index].newID.flatMap({ targets[$0] }) else { continue }
      // What a person changed there since is that person's.
      late.append(NewTarget(row: index, id: target.id, version: target.version.ofOwnWrite))
    }
    guard !late.isEmpty else { return creations }
    try await finish(&late, targets)
    for new in late {
      page.rows[new.row].fate = .create
      page.rows[new.row].entry = nil
    }
    try await couple(late)
    let unknown = Set(run.pending.filter(\.write.keepsTarget).map(\.write.target))
    for new in late {
      // What it was made of is not known.
      let row = page.rows[new.row]
      row.coupling?.forget(Way.direction.source)
      // Nor what became of it, where a file was put back since.
      if unknown.contains(new.id) { row.coupling?.forget(Way.direction.target) }
      row.coupling?.agreed = nil
      page.note(row, .interrupted, "is looked at again: it was made by a run that was given up")
    }
    return creations.filter { page.rows[$0].coupling == nil }
  }

  /// What records that arrived late lack of their second write.
  private func finish(
    _ late: inout [NewTarget], _ targets: [Guid: StoredRecord<Way.Target>]
  ) async throws(StoreFailure) {
    let following = try await FollowingWrites<Way>(
      run.integration, run.mapping, job: run.job)
    let made = late.compactMap { new in
      targets[new.id].map { (source: page.rows[new.row].source, target: $0) }
    }
    let finished = Dictionary(
      try await following.finish(made).map { ($0.id, $0.version) }
    ) { first, _ in first }
    for index in late.indices {
      if let version = finished[late[index].id] { late[index].version = version }
    }
  }

  /// What a record takes only once it exists.
  private func writeAfterCreation(
    _ made: inout [NewTarget]
  ) async throws(StoreFailure) {
    let later = run.columns.later(Way.direction, inDocument: page.document != nil)
    guard !later.isEmpty else { return }
    var turns: [Int] = []
    var updates: [RecordUpdate<Way.Target>] = []
    for (turn, new) in made.enumerated() {
      guard let record = page.rows[new.row].result else { continue }
      let columns = record.changes(from: run.columns.fresh)
        .intersection(later)
      guard !columns.isEmpty else { continue }
      turns.append(turn)
      updates.append(
        RecordUpdate(
          id: new.id, record: record, columns: columns, expected: new.version.number,
          unvalidated: run.columns.unvalidated))
    }
    guard !updates.isEmpty else { return }
    var late: [(row: PageRow<Way>, update: RecordUpdate<Way.Target>)] = []
    for (number, result) in try await writes.update(updates).enumerated() {
      let row = page.rows[made[turns[number]].row]
      if case .written(_, let version) = result { made[turns[number]].version = version }
      if case .stale = result { late.append((row, updates[number])) }
      noteMissing(row, result)
    }
    guard !late.isEmpty else { return }
    // Somebody was faster. What that changed is still to be taken back: the coupling knows the
    // version of the creation. What that person chose of these columns stays.
    let found = try await run.target.records(Way.Target.self, ids: late.map(\.update.id))
    let targets = Dictionary(found.map { ($0.id, $0.record) }) { first, _ in first }
    let open = late.compactMap { late -> (row: PageRow<Way>, update: RecordUpdate<Way.Target>)? in
      guard let target = targets[late.update.id] else { return late }
      let columns = run.columns.unfinished(late.update.record, found: target, later)
      guard !columns.isEmpty else { return nil }
      return (
        late.row,
        RecordUpdate(
          id: late.update.id, record: late.update.record, columns: columns, expected: nil,
          unvalidated: late.update.unvalidated)
      )
    }
    guard !open.isEmpty else { return }
    for (late, result) in zip(open, try await writes.update(open.map(\.update))) {
      noteMissing(late.row, result)
    }
  }

  /// A record that is there and coupled, and lacks what only an existing one takes.
  private func noteMissing(_ row: PageRow<Way>, _ result: WriteResult) {
    switch result {
    case .written, .stale: break
    case .refused(let reason), .failed(let reason): page.fail(row, reason)
    case .missing: page.fail(row, "was deleted while it was being created")
    }
  }

  private func couple(_ made: [NewTarget]) async throws(StoreFailure) {
    let keys = try await newKeys(made.map { $0.id })
    for new in made {
      let row = page.rows[new.row]
      var coupling: Coupling
      switch Way.direction {
      case .toSales:
        coupling = Coupling(bcID: row.source.id, salesID: new.id, bcKey: row.source.record.key)
      case .toBC:
        guard let key = keys[new.id] else {
          page.fail(row, "was deleted while it was being created")
          continue
        }
        coupling = Coupling(bcID: new.id, salesID: row.source.id, bcKey: key)
      }
      coupling.note(row.source.version, Way.direction.source)
      coupling.note(new.version, Way.direction.target)
      coupling.agreed = row.agreed
      coupling.effects = run.effects
      coupling[Way.direction] = row.fate == .failed ? .failure : .success
      row.coupling = coupling
    }
  }

  /// The keys that BC gave to new records.
  private func newKeys(_ ids: [Guid]) async throws(StoreFailure) -> [Guid: String] {
    guard Way.direction == .toBC, !ids.isEmpty else { return [:] }
    let stored = try await run.target.records(Way.Target.self, ids: ids)
    return Dictionary(stored.map { ($0.id, $0.record.key) }) { first, _ in first }
  }
}

/// A target that was just made for a row.
private struct NewTarget {
  /// The index of the row.
  let row: Int
  let id: Guid
  var version: RecordVersion
}

/// Changes and deletions.
extension WrittenPage {
  private func update(_ updates: [Int]) async throws(StoreFailure) {
    guard !updates.isEmpty else { return }
    let stamp = run.stamp
    var batch: [RecordUpdate<Way.Target>] = []
    batch.reserveCapacity(updates.count)
    for index in updates {
      let row = page.rows[index]
      guard let record = row.result, let target = row.target else { continue }
      batch.append(
        RecordUpdate(
          id: target.id, record: record, columns: row.changes, expected: target.version.number,
          company: stamp == target.company ? nil : stamp, unvalidated: run.columns.unvalidated))
    }
    var written: [(row: PageRow<Way>, version: RecordVersion)] = []
    written.reserveCapacity(updates.count)
    for (index, result) in zip(updates, try await writes.update(batch, whole: page.document)) {
      let row = page.rows[index]
      switch result {
      case .written(_, let version): written.append((row, version))
      case .stale: row.isStale = true
      case .missing: page.fail(row, "its partner was deleted meanwhile")
      case .refused(let reason), .failed(let reason): page.fail(row, reason)
      }
    }
    try await OpenTargets(run).look(written.map(\.row))
    for (row, version) in written { row.wrote(version, run) }
  }

  private mutating func delete() async throws(StoreFailure) {
    let indices = page.indices(.delete)
    guard !indices.isEmpty else { return }
    for (index, result) in zip(indices, try await writes.delete(page.ids(indices))) {
      let row = page.rows[index]
      guard !result.isGone else { continue }
      // A record that stays keeps its coupling.
      if let coupling = row.coupling {
        page.outcome.removed.removeAll { $0.bcID == coupling.bcID }
      }
      page.fail(row, result.sentence ?? "could not be deleted")
    }
  }
}

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
      declared.append(
        .init(
          row.predecessor == nil ? .creation : .replacement, source: row.source.id, target: id,
          sourceRead: VersionRead(row.source.version),
          targetRead: row.predecessor.map { VersionRead($0.version) }))
    }
    for index in updates {
      let row = page.rows[index]
      guard let target = row.target else { continue }
      declared.append(
        .init(
          row.isMatched ? .matched : .update, source: row.source.id, target: target.id,
          sourceRead: VersionRead(row.source.version), targetRead: VersionRead(target.version),
          keepsTarget: row.isBothChanged && run.mode.checksConflicts,
          fields: row.changedFields))
    }
    page.outcome.intent = try await run.integration.state.open(
      Intent(mapping: run.mapping.name, direction: Way.direction, writes: declared))
    run.integration.checkpoint(.afterIntent)
  }

  private func create(_ creations: [Int]) async throws(StoreFailure) {
    guard !creations.isEmpty else { return }
    let creations = try await withoutFound(creations)
    let columns = run.columns.ofNew(Way.direction, inDocument: page.document != nil)
    var news: [NewRecord<Way.Target>] = []
    news.reserveCapacity(creations.count)
    for index in creations {
      let row = page.rows[index]
      guard let record = row.result, let id = row.newID else { continue }
      news.append(
        NewRecord(
          id: id, record: record,
          columns: row.predecessor == nil ? columns : run.columns.updatable,
          company: run.stamp, unvalidated: run.columns.unvalidated,
          replaced: row.predecessor?.version.number))
    }
    var made: [NewTarget] = []
    made.reserveCapacity(creations.count)
    for (index, result) in zip(creations, try await writes.create(news, whole: page.document)) {
      let row = page.rows[index]
      switch result {
      case .written(let id, let version):
        row.newID = id
        made.append(NewTarget(row: index, id: id, version: version))
      case .refused(let reason), .failed(let reason): page.fail(row, reason)
      case .stale where row.predecessor != nil, .missing where row.predecessor != nil:
        row.newID = nil
        row.isStale = true
      case .stale, .missing: page.fail(row, "could not be created")
      }
    }
    try await writeAfterCreation(&made)
    try await couple(made)
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
    // What a person changed there since is that person's.
    let versions = Dictionary(found.map { ($0.id, $0.version.ofOwnWrite) }) { first, _ in first }
    var late: [NewTarget] = []
    for index in reserved {
      guard let id = page.rows[index].newID, let version = versions[id] else { continue }
      late.append(NewTarget(row: index, id: id, version: version))
    }
    guard !late.isEmpty else { return creations }
    for new in late {
      page.rows[new.row].fate = .create
      page.rows[new.row].entry = nil
    }
    try await couple(late)
    for new in late {
      // What it was made of is not known.
      let row = page.rows[new.row]
      row.coupling?.forget(Way.direction.source)
      page.note(row, .interrupted, "is looked at again: it was made by a run that was given up")
    }
    return creations.filter { page.rows[$0].coupling == nil }
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
    // Somebody was faster. What that changed is still to be taken back: the coupling knows the
    // version of the creation.
    let again = late.map { late in
      RecordUpdate(
        id: late.update.id, record: late.update.record, columns: late.update.columns, expected: nil,
        unvalidated: late.update.unvalidated)
    }
    guard !again.isEmpty else { return }
    for (late, result) in zip(late, try await writes.update(again)) {
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
    for (index, result) in zip(updates, try await writes.update(batch, whole: page.document)) {
      let row = page.rows[index]
      switch result {
      case .written(_, let version): wrote(row, version)
      case .stale: row.isStale = true
      case .missing: page.fail(row, "its partner was deleted meanwhile")
      case .refused(let reason), .failed(let reason): page.fail(row, reason)
      }
    }
  }

  private func wrote(_ row: PageRow<Way>, _ version: RecordVersion) {
    guard var coupling = row.coupling else { return }
    coupling.note(row.source.version, Way.direction.source)
    // What a person changed over there is still to be taken back (R D-30), unless a person chose.
    if !row.isBothChanged || !run.mode.checksConflicts {
      coupling.note(version, Way.direction.target)
    }
    coupling[Way.direction] = .success
    row.coupling = coupling
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

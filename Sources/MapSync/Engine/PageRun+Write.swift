import MapRuntime

/// The page's writes: the intent first, then a batch of new records, their second writes, and a
/// batch of changes (B6).
extension PageRun {
  mutating func write() async throws(StoreFailure) {
    newIDs = Array(repeating: .zero, count: rows.count)
    let creations = rows.indices.filter { rows[$0].fate == .create && converted[$0] != nil }
    let updates = rows.indices.filter { rows[$0].fate == .update && converted[$0] != nil }
    for (place, id) in zip(creations, run.integration.ids.next(creations.count)) {
      newIDs[place] = id
    }
    try await declare(creations, updates)
    try await create(creations)
    try await update(updates)
    try await delete()
    if !creations.isEmpty || !updates.isEmpty { run.integration.checkpoint(.afterWrite) }
  }

  /// Says what will be written before it is.
  private mutating func declare(
    _ creations: [Int], _ updates: [Int]
  ) async throws(StoreFailure) {
    guard !creations.isEmpty || !updates.isEmpty else { return }
    let side = Way.direction.target
    var writes: [Intent.Write] = []
    writes.reserveCapacity(creations.count + updates.count)
    for place in creations {
      writes.append(.init(source: ids[place], target: newIDs[place], isNew: true))
    }
    for place in updates {
      guard let target = rows[place].coupling?.id(side) else { continue }
      writes.append(.init(source: ids[place], target: target, isNew: false))
    }
    outcome.intent = try await run.integration.state.open(
      Intent(mapping: run.mapping.name, direction: Way.direction, writes: writes))
    run.integration.checkpoint(.afterIntent)
  }

  private mutating func create(_ creations: [Int]) async throws(StoreFailure) {
    guard !creations.isEmpty else { return }
    let (columns, stamp) = (run.columns.creatable, run.stamp)
    var news: [NewRecord<Way.Target>] = []
    news.reserveCapacity(creations.count)
    for place in creations {
      guard let record = converted[place] else { continue }
      news.append(
        NewRecord(
          id: newIDs[place], record: record, columns: columns, company: stamp,
          unvalidated: run.columns.unvalidated))
    }
    let results = try await created(news)
    var written: [(place: Int, version: RecordVersion)] = []
    written.reserveCapacity(creations.count)
    for (place, result) in zip(creations, results) {
      switch result {
      case .written(let id, let version):
        newIDs[place] = id
        written.append((place, version))
      case .refused(let reason): fail(place, reason, rule: nil)
      case .failed(let reason): fail(place, reason, rule: nil)
      case .stale, .missing: fail(place, "could not be created", rule: nil)
      }
    }
    try await writeAfterCreation(&written)
    try await couple(written)
  }

  /// What a record takes only once it exists.
  private mutating func writeAfterCreation(
    _ written: inout [(place: Int, version: RecordVersion)]
  ) async throws(StoreFailure) {
    guard !run.columns.afterCreation.isEmpty else { return }
    var turns: [Int] = []
    var updates: [RecordUpdate<Way.Target>] = []
    for (turn, new) in written.enumerated() {
      guard let record = converted[new.place] else { continue }
      let columns = record.changes(from: run.columns.fresh)
        .intersection(run.columns.afterCreation)
      guard !columns.isEmpty else { continue }
      turns.append(turn)
      updates.append(
        RecordUpdate(
          id: newIDs[new.place], record: record, columns: columns, expected: new.version.number,
          unvalidated: run.columns.unvalidated))
    }
    guard !updates.isEmpty else { return }
    var late: [(place: Int, update: RecordUpdate<Way.Target>)] = []
    for (place, result) in try await updated(updates).enumerated() {
      let turn = turns[place]
      if case .written(_, let version) = result { written[turn].version = version }
      if case .stale = result { late.append((written[turn].place, updates[place])) }
      noteMissing(written[turn].place, result)
    }
    // Somebody was faster. What that changed is still to be taken back: the coupling knows the
    // version of the creation.
    let again = late.map { late in
      RecordUpdate(
        id: late.update.id, record: late.update.record, columns: late.update.columns, expected: nil,
        unvalidated: late.update.unvalidated)
    }
    guard !again.isEmpty else { return }
    for (late, result) in zip(late, try await updated(again)) { noteMissing(late.place, result) }
  }

  /// A record that is there and coupled, and lacks what only an existing one takes.
  private mutating func noteMissing(_ place: Int, _ result: WriteResult) {
    switch result {
    case .written, .stale: break
    case .refused(let reason), .failed(let reason): note(place, .failed, reason, rule: nil)
    case .missing: note(place, .failed, "was deleted while it was being created", rule: nil)
    }
  }

  private mutating func couple(
    _ written: [(place: Int, version: RecordVersion)]
  ) async throws(StoreFailure) {
    let keys = try await newKeys(written.map { newIDs[$0.place] })
    for (place, version) in written {
      var coupling =
        Way.direction == .toSales
        ? Coupling(bcID: ids[place], salesID: newIDs[place], bcKey: records[place].record.key)
        : Coupling(bcID: newIDs[place], salesID: ids[place], bcKey: keys[newIDs[place]] ?? "")
      coupling.note(versions[place], Way.direction.source)
      coupling.note(version, Way.direction.target)
      coupling[Way.direction] = rows[place].fate == .failed ? .failure : .success
      rows[place].coupling = coupling
    }
  }

  /// The keys that BC gave to new records.
  private func newKeys(_ ids: [Guid]) async throws(StoreFailure) -> [Guid: String] {
    guard Way.direction == .toBC, !ids.isEmpty else { return [:] }
    let stored = try await run.target.records(Way.Target.self, ids: ids)
    return Dictionary(stored.map { ($0.id, $0.record.key) }) { first, _ in first }
  }

  private mutating func update(_ updates: [Int]) async throws(StoreFailure) {
    guard !updates.isEmpty else { return }
    let stamp = run.stamp
    var batch: [RecordUpdate<Way.Target>] = []
    batch.reserveCapacity(updates.count)
    for place in updates {
      guard let record = converted[place], let target = rows[place].target else { continue }
      let stored = targets[target]
      batch.append(
        RecordUpdate(
          id: stored.id, record: record, columns: changes[place],
          expected: stored.version.number, company: stamp == stored.company ? nil : stamp,
          unvalidated: run.columns.unvalidated))
    }
    for (place, result) in zip(updates, try await updated(batch)) {
      switch result {
      case .written(_, let version): wrote(place, version)
      case .stale: stale.append(place)
      case .missing: fail(place, "its partner was deleted meanwhile", rule: nil)
      case .refused(let reason), .failed(let reason): fail(place, reason, rule: nil)
      }
    }
  }

  private mutating func wrote(_ place: Int, _ version: RecordVersion) {
    guard var coupling = rows[place].coupling else { return }
    coupling.note(versions[place], Way.direction.source)
    // What a person changed over there is still to be taken back (R D-30), unless a person chose.
    if !rows[place].isBothChanged || !run.mode.checksConflicts {
      coupling.note(version, Way.direction.target)
    }
    coupling[Way.direction] = .success
    rows[place].coupling = coupling
  }

  private mutating func delete() async throws(StoreFailure) {
    let places = rows.indices.filter { rows[$0].fate == .delete }
    guard !places.isEmpty else { return }
    for (place, result) in zip(places, try await deleted(places.map { ids[$0] })) {
      guard !result.isGone else { continue }
      // A record that stays keeps its coupling.
      if let coupling = rows[place].coupling { outcome.removed.removeAll { $0 == coupling.bcID } }
      fail(place, result.sentence ?? "could not be deleted", rule: nil)
    }
  }
}

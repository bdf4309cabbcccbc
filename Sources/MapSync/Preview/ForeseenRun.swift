import MapRuntime

/// What a scheduled run would do with some records in one direction, decided by its own pages (B7).
struct ForeseenRun<Way: OneWay> {
  private let run: DirectionRun<Way>
  /// What the run in the other direction, which comes before, leaves.
  private let before: LeftBehind<Way.Source>
  private let looksFurther: Bool
  private(set) var previews: [RecordPreview] = []
  /// What this run leaves of the targets that it writes.
  private(set) var after = LeftBehind<Way.Target>()

  /// - Parameters:
  ///   - ids: Of the source side, in any order; the run in the other direction may add to them.
  ///   - looksFurther: Whether it looks at the records that these wait for as well.
  init(
    _ run: DirectionRun<Way>, _ ids: [Guid], after before: LeftBehind<Way.Source>,
    looksFurther: Bool = true
  ) async throws(StoreFailure) {
    self.run = run
    self.looksFurther = looksFurther
    self.before = before
    var first = 0
    while first < ids.count && !Task.isCancelled {
      let batch = ids[first..<min(first + run.source.batchSize, ids.count)]
      first += batch.count
      try await look(batch.filter { !before.isTold.contains($0) })
    }
  }

  private mutating func look(_ ids: [Guid]) async throws(StoreFailure) {
    let occasions = try await Occasions(run, ids, after: before)
    let found = try await run.source.records(Way.Source.self, ids: ids)
    let records = found.map { before.records[$0.id] ?? $0 }
    var passed: Set<Guid> = []
    for occasion in Occasion.allCases {
      let some = records.filter { record in
        passed.contains(record.id) ? occasion == .news : occasions.of(record) == occasion
      }
      guard !some.isEmpty else { continue }
      var task = PageTask(isDue: occasion == .due)
      task.foreseen = before.couplings
      task.uncoupled = before.uncoupled
      let page = try await ForeseenPage(ConvertedPage(PlannedPage(run, some, task)))
      let comes = try await coming(page.page)
      let preview = try await PagePreview(
        page, isReached: occasion != .none, comes: comes,
        isOfCompany: { occasions.isOfCompany($0) })
      // What is due and nobody's business is met once more where it changed as well.
      if occasion == .due {
        passed = Set(
          page.page.rows.filter { $0.fate == .ignored }.map(\.source.id).filter(occasions.isNews))
      }
      previews += preview.records.filter { occasion != .due || !passed.contains($0.source) }
      guard occasion != .none else { continue }
      try await OtherWay(run).look(page.page)
      after.note(page.page)
    }
    let gone = Set(ids).subtracting(found.map(\.id)).sorted()
    try await tellGone(gone, occasions)
  }
}

/// Records that wait for others which the run makes before them.
extension ForeseenRun {
  /// The records of a page that wait for such a one, with its name.
  private func coming(_ page: Page<Way>) async throws(StoreFailure) -> [Guid: String] {
    var waiting: [TablePair: [(source: Guid, missing: Guid)]] = [:]
    for row in page.rows where row.fate == .held {
      guard let missing = (row.entry ?? row.told)?.missing, missing.side == Way.direction.source,
        let id = missing.id
      else { continue }
      waiting[missing.pair, default: []].append((row.source.id, id))
    }
    guard !waiting.isEmpty else { return [:] }
    var coming = page.waitingForComing()
    for route in run.first.routes {
      guard let some = waiting[route.pair] else { continue }
      let made = try await Preview(run.integration).records(
        route, Way.direction, .create.ofUnnamed, ids: Set(some.map(\.missing)).sorted())
      note(names(made), route, some, in: &coming)
    }
    // What is made in the run itself is followed at its end.
    if let some = waiting[run.mapping.pair] {
      let own = Set(page.rows.map(\.source.id))
      let others = Set(some.map(\.missing)).subtracting(own).sorted()
      var made = names(previews)
      for row in page.rows where row.fate == .create {
        made[row.source.id] = run.integration.name(of: row.source.record, id: row.source.id)
      }
      if !others.isEmpty && looksFurther {
        let further = try await Self(run, others, after: before, looksFurther: false).previews
        made.merge(names(further)) { first, _ in first }
      }
      note(made, run.mapping, some, in: &coming)
    }
    return coming
  }

  /// The names of the records of which a partner is made, by source.
  private func names(_ previews: [RecordPreview]) -> [Guid: String] {
    Dictionary(
      previews.filter { $0.fate == .create }.map { ($0.source, $0.name) }
    ) { first, _ in first }
  }

  private func note(
    _ made: [Guid: String], _ mapping: BoundMapping, _ waiting: [(source: Guid, missing: Guid)],
    in coming: inout [Guid: String]
  ) {
    for (source, missing) in waiting {
      if let name = made[missing] { coming[source] = "'\(name)' of \(mapping.name)" }
    }
  }
}

/// Sources that are gone.
extension ForeseenRun {
  private mutating func tellGone(
    _ ids: [Guid], _ occasions: Occasions<Way>
  ) async throws(StoreFailure) {
    guard !ids.isEmpty else { return }
    let couplings = try await run.integration.state.couplings(
      run.mapping.pair, Way.direction.source, ids: ids
    ).compactMap { $0 }
    guard !couplings.isEmpty else { return }
    if let document = run.document {
      let told = try await document.foretell(couplings, run)
      for coupling in couplings {
        guard let message = told[coupling.id(Way.direction.source)] else { continue }
        previews.append(gone(coupling, .follow, message))
      }
      return
    }
    let news = couplings.filter { occasions.isNews($0.id(Way.direction.source)) }
    let end = DeletedSources(run: run).end
    if end == .stays {
      let untold = try await OtherWay(run).untold(news)
      after.due.formUnion(untold.map { $0.id(Way.direction.target) })
    }
    for coupling in couplings {
      let isNews = occasions.isNews(coupling.id(Way.direction.source))
      try await tell(coupling, isNews ? end : .stays)
    }
  }

  private mutating func tell(
    _ coupling: Coupling, _ end: DeletedSources<Way>.End
  ) async throws(StoreFailure) {
    let partner = coupling.id(Way.direction.target)
    switch end {
    case .stays:
      previews.append(
        gone(coupling, .skipped, "was deleted; its partner stays, and so does the coupling"))
    case .uncoupled:
      after.uncoupled.insert(partner)
      previews.append(gone(coupling, .uncouple, "was deleted: the coupling would go"))
    case .deleted:
      after.isTold.insert(partner)
      previews.append(gone(coupling, .delete, "was deleted: its partner would be deleted too"))
    case .restored:
      after.isTold.insert(partner)
      previews += try await Preview(run.integration).records(
        run.mapping, Way.direction.reversed, .create, ids: [partner])
    }
  }

  private func gone(
    _ coupling: Coupling, _ fate: RecordPreview.Fate, _ message: String
  ) -> RecordPreview {
    var counters = JobCounters()
    if fate == .uncouple { counters.uncoupled = 1 }
    if fate == .delete { counters.deleted = 1 }
    return RecordPreview(
      direction: Way.direction, source: coupling.id(Way.direction.source),
      name: run.integration.name(of: coupling.bcKey, in: run.mapping.pair.bc),
      target: coupling.id(Way.direction.target), fate: fate, fields: [], message: message,
      rule: nil, isLeftUndone: false, isSourceChanged: true, isTargetChanged: false,
      isCompared: false, isConflict: false, conflicts: [],
      counters: counters, isOlder: false)
  }
}

/// What a run in one direction would leave of the records that it writes, for the run in the other
/// direction that comes after it.
struct LeftBehind<Record: TableRecord> {
  private(set) var records: [Guid: StoredRecord<Record>] = [:]
  private(set) var couplings: [Guid: Coupling] = [:]
  /// Records of which all is said.
  var isTold: Set<Guid> = []
  /// Records that have no partner any more, and of which nothing is noted.
  var uncoupled: Set<Guid> = []
  /// Records that the other run takes up whatever its mark says.
  var due: Set<Guid> = []
  /// Records that rest no more: what was noted of them is tried again.
  private(set) var freed: Set<Guid> = []

  /// Records that the other run may come upon now, and would not have before.
  var found: [Guid] { due.union(freed).union(records.keys).sorted() }

  mutating func note<Way: OneWay>(_ page: Page<Way>) where Way.Target == Record {
    for row in page.rows {
      if let lost = row.lost { isTold.insert(lost.id(Way.direction.target)) }
      guard let id = row.coupling?.id(Way.direction.target) else { continue }
      if row.fate == .uncouple || row.fate == .delete { isTold.insert(id) }
      if row.otherWay == .open { due.insert(id) }
      if row.fate == .update, let target = row.target, let result = row.result {
        let version = RecordVersion(
          number: -1, modified: page.run.integration.clock(), isOurs: true, lastOwn: -1)
        var written = StoredRecord(
          id: id, version: version, company: page.run.stamp ?? target.company,
          record: target.record)
        var values = RecordValues(of: target.record)
        let new = RecordValues(of: result)
        for column in row.changes.columns { values[column] = new[column] }
        written.record = Record(reading: values)
        records[id] = written
        row.agreed = page.run.agreement?.written(
          row, isOpen: row.isBothChanged && page.run.mode.checksConflicts)
        row.wrote(version, page.run)
      }
      let kept = row.kept(page.run)
      if row.coupling?.isSkipped == true && kept?.isSkipped == false { freed.insert(id) }
      guard var coupling = kept ?? row.coupling else { continue }
      if page.outcome.rests && row.comesToRest { coupling.isSkipped = true }
      couplings[id] = coupling
    }
  }
}

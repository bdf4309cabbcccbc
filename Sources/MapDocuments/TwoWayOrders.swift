import MapRuntime
import MapSync

/// Documents on which both sides work: one that is coupled is written again with its lines whenever
/// the other side changes, in one go (F22; R F-5 to F-11).
extension HeaderPage {
  /// Only in its states does a Sales document go to BC again.
  func decideTwoWay(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool {
    guard row.source.damage == nil else { return false }
    switch rule(of: row.source.record) {
    case .takeIn, .update:
      // The run that made it ended before what follows was done.
      if row.earlier?.kind == .interrupted, part.policy.effect(of: .created) != nil {
        owing.insert(row.source.id)
      }
      return false
    case .refuse, .stateOnly, .ignore, nil:
      row.fate = passedOver(page.run)
      return true
    }
  }

  func updateTwoWay(
    _ updates: [RecordUpdate<Way.Target>]
  ) async throws(StoreFailure) -> [WriteResult] {
    var byTarget: [Guid: DocumentDraft<Way, Lines>] = [:]
    for draft in drafts.values { if let id = draft.header.target?.id { byTarget[id] = draft } }
    return try await write(
      updates.map { update in
        NewRecord(
          id: update.id, record: update.record, columns: update.columns, company: update.company,
          unvalidated: update.unvalidated, replaced: update.expected)
      }, byTarget)
  }

  /// In which state Sales documents end: submitted, and fulfilled once everything is shipped (R F-10).
  func endStates(_ page: Page<Way>) async throws(StoreFailure) {
    guard part.isTwoWay, Way.direction == .toSales, !drafts.isEmpty else { return }
    let shipped = try await page.run.source.shippedCompletely(
      drafts.values.map(\.header.source.id).sorted(), in: Way.Source.table)
    for id in drafts.keys {
      let event: DocumentEvent = shipped.contains(id) ? .completelyShipped : .updated
      let state = part.policy.effect(of: event)?.state
      drafts[id]?.state = state
      guard let state, let states = part.policy.states, let target = drafts[id]?.header.target,
        let column = Way.Target.table.column(states.field),
        RecordValues(of: target.record)[column] != .option(state.state)
      else { continue }
      drafts[id]?.header.hasMore = true
    }
  }
}

/// The lines that a document has which is written again.
struct LinesThere<Lines: OneWay> {
  /// Every line within the mapping or not.
  var lines: [StoredRecord<Lines.Target>]
  /// Those whose partners are gone: they go too (R F-6).
  var removed: [StoredRecord<Lines.Target>]

  /// The lines that are not among those which are written, as they are. Only Sales must be told of
  /// them: there a document has the lines that it is written with.
  var staying: [NewLine<Lines.Target>] {
    guard Lines.direction == .toSales else { return [] }
    return lines.map {
      NewLine(id: $0.id, record: $0.record, columns: FieldSet(), isNew: false)
    }
  }

  /// Without what is written or goes.
  func without(_ rows: [PageRow<Lines>]) -> LinesThere {
    let written = Set(rows.filter { $0.result != nil }.compactMap { $0.target?.id })
      .union(removed.map(\.id))
    var others = self
    others.lines.removeAll { written.contains($0.id) }
    return others
  }
}

extension DocumentDraft {
  /// Whether the other system gives something in it a number: it is new, a line of it is, or a run that
  /// made it ended before it could note that.
  var hasNews: Bool {
    header.fate == .create || header.earlier?.kind == .interrupted
      || lines.contains { $0.fate == .create }
  }

  /// What becomes of the lines of a document that is written again, for its history; nil where all stay.
  var changedLines: String? {
    guard let there else { return nil }
    let counts = [
      (lines.count { $0.fate == .create && $0.result != nil }, "new"),
      (lines.count { $0.fate == .update && $0.result != nil }, "changed"),
      (there.removed.count, "gone"),
    ]
    let told = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return told.isEmpty ? nil : "its lines: " + told.joined(separator: ", ")
  }

  /// What is written with a header that is written again, for its history; nil where nothing is.
  var story: String? {
    let told = [changedLines, changedCharges].compactMap { $0 }
    return told.isEmpty ? nil : told.joined(separator: "; ")
  }

  /// Whether a line comes, changes or goes.
  var changesLines: Bool {
    guard let there else { return false }
    return !there.removed.isEmpty || lines.contains { $0.result != nil }
  }
}

extension PageRow {
  /// Whether a line of a document on which both sides work is as it should be, or will be.
  var isSettled: Bool {
    switch fate {
    case .update, .unchanged, .ignored, .uncouple, .delete: true
    case .create, .skipped, .failed, .held: false
    }
  }
}

/// Which lines belong together.
extension HeaderPage {
  /// The lines that documents have which are written again. A line that was made by a run which ended
  /// before it could note that is found by its id, and coupled.
  func linesThere(
    _ rows: [PageRow<Way>], _ sources: [[StoredRecord<Lines.Source>]], _ page: Page<Way>
  ) async throws(StoreFailure) -> [Guid: LinesThere<Lines>] {
    guard part.isTwoWay else { return [:] }
    let run = part.lines
    var documents: [StoredRecord<Way.Target>] = []
    var headers: [(row: PageRow<Way>, sources: [StoredRecord<Lines.Source>])] = []
    for (row, lines) in zip(rows, sources) {
      guard row.fate == .update, let target = row.target else { continue }
      documents.append(target)
      headers.append((row, lines))
    }
    guard !documents.isEmpty else { return [:] }
    let found = try await HeaderLineQuery<Way.Target, Lines.Target>(run.integration)
      .find(documents)
    try await coupleMade(zip(headers.map(\.sources), found).map { ($0, $1) })
    try await pairLines(
      zip(headers, found).map { header, lines in
        UncoupledLines(row: header.row, sources: header.sources, targets: lines)
      }, page)
    let couplings = try await run.integration.state.couplings(
      run.mapping.pair, Way.direction.target, ids: found.flatMap { $0.map(\.id) })
    let partners = Dictionary(
      (couplings.compactMap { $0 } + foreseen.values).map {
        ($0.id(Way.direction.target), $0.id(Way.direction.source))
      }
    ) { first, _ in first }
    var there: [Guid: LinesThere<Lines>] = [:]
    for ((row, sources), lines) in zip(headers, found) {
      let kept = Set(sources.map(\.id))
      there[row.source.id] = LinesThere(
        lines: lines,
        removed: lines.filter { line in partners[line.id].map { !kept.contains($0) } ?? false })
    }
    return there
  }

  private func coupleMade(
    _ documents: [(sources: [StoredRecord<Lines.Source>], targets: [StoredRecord<Lines.Target>])]
  ) async throws(StoreFailure) {
    let run = part.lines
    let ids = documents.flatMap { $0.sources.map(\.id) }
    let known = try await run.integration.state.couplings(
      run.mapping.pair, Way.direction.source, ids: ids)
    let coupled = Set(zip(ids, known).filter { $1 != nil }.map(\.0))
    var made: [Coupling] = []
    for document in documents {
      let targets = Dictionary(document.targets.map { ($0.id, $0) }) { first, _ in first }
      for source in document.sources where !coupled.contains(source.id) {
        guard let target = targets[source.id.copied] else { continue }
        var coupling = coupling(of: source, target)
        if target.version.isOurs { coupling.note(target.version, Way.direction.target) }
        made.append(coupling)
      }
    }
    try await couple(made)
  }

  /// Couples lines before they are converted; a run that only looks goes on as if they were.
  func couple(_ couplings: [Coupling]) async throws(StoreFailure) {
    guard !part.lines.mode.writes else { return try await record(couplings: couplings) }
    for coupling in couplings { foreseen[coupling.id(Way.direction.source)] = coupling }
  }

  func coupling(
    of source: StoredRecord<Lines.Source>, _ target: StoredRecord<Lines.Target>
  ) -> Coupling {
    switch Way.direction {
    case .toSales: Coupling(bcID: source.id, salesID: target.id, bcKey: source.record.key)
    case .toBC: Coupling(bcID: target.id, salesID: source.id, bcKey: target.record.key)
    }
  }

  func record(
    couplings: [Coupling], removed: [Coupling] = []
  ) async throws(StoreFailure) {
    guard !couplings.isEmpty || !removed.isEmpty else { return }
    let run = part.lines
    var outcome = PageOutcome(
      job: run.job, mapping: run.mapping.name, pair: run.mapping.pair, direction: Way.direction,
      at: run.integration.clock())
    outcome.couplings = couplings
    outcome.removed = removed
    try await run.integration.state.record(outcome)
  }

  /// Couples the lines of what was written, and notes at what they are.
  func coupleLines(_ page: Page<Way>) async throws(StoreFailure) {
    guard part.isTwoWay else { return }
    let run = part.lines
    let written = drafts.values.filter { draft in
      switch draft.header.fate {
      case .create: draft.header.coupling != nil
      case .update: !draft.header.isStale
      case .unchanged: true
      case .ignored, .skipped, .failed, .held, .uncouple, .delete: false
      }
    }
    for draft in written {
      if draft.header.fate == .update { draft.header.story = draft.story }
      if draft.hasNews { draft.header.lookAgainAtTarget() }
      draft.header.hasFollowed = true
    }
    try await takeUpBack(
      written.filter { $0.header.earlier?.kind == .interrupted },
      "a run ended before it noted the numbers of its lines", page)
    // VAT, totals and what the discount leaves of each line: as the write is our own, it is no change
    // that a run would see.
    try await takeUpBack(
      written.filter { $0.header.fate == .update && !$0.hasNews },
      "Business Central has counted it anew", page)
    let rows = written.flatMap(\.lines)
    let news = Set(written.filter(\.hasNews).flatMap { $0.lines.map(\.source.id) })
    let stored = try await run.target.records(
      Lines.Target.self, ids: rows.map { $0.target?.id ?? $0.source.id.copied })
    let targets = Dictionary(stored.map { ($0.id, $0) }) { first, _ in first }
    var couplings: [Coupling] = []
    for row in rows {
      guard let target = targets[row.target?.id ?? row.source.id.copied] else { continue }
      var coupled = row.coupling ?? coupling(of: row.source, target)
      coupled.note(row.source.version, Way.direction.source)
      if Way.direction == .toBC, news.contains(row.source.id) {
        // The number that BC gave the line goes back with the next run to Sales, which gives lines none.
        coupled.forget(Way.direction.target)
      } else if target.version.isOurs, !row.isBothChanged {
        // What a person changed there since is still to be taken back.
        coupled.note(target.version, Way.direction.target)
      }
      coupled.agreed = run.agreed(
        row, target.record,
        isKnown: coupled.version(Way.direction.target) == target.version.number)
      coupled[Way.direction] = .success
      if coupled != row.coupling { couplings.append(coupled) }
    }
    let gone = written.flatMap { $0.there?.removed.map(\.id) ?? [] }
    let removed = try await run.integration.state.couplings(
      run.mapping.pair, Way.direction.target, ids: gone)
    try await record(couplings: couplings, removed: removed.compactMap { $0 })
  }
}

extension HeaderPart {
  /// The lines of documents that are gone are nobody's partners any more.
  func uncoupleLines(of gone: [Coupling]) async throws(StoreFailure) {
    let headers = try await lines.target.records(
      Way.Target.self, ids: gone.map { $0.id(Way.direction.target) })
    let found = try await HeaderLineQuery<Way.Target, Lines.Target>(lines.integration)
      .find(headers).flatMap { $0.map(\.id) }
    let couplings = try await lines.integration.state.couplings(
      lines.mapping.pair, Way.direction.target, ids: found)
    var outcome = PageOutcome(
      job: lines.job, mapping: lines.mapping.name, pair: lines.mapping.pair,
      direction: Way.direction, at: lines.integration.clock())
    outcome.removed = couplings.compactMap { $0 }
    guard !outcome.removed.isEmpty else { return }
    try await lines.integration.state.record(outcome)
  }
}

import GRDB
import MapRuntime
import MapSync

/// The end of a page: all of it in one transaction (B6).
extension SQLiteState {
  @discardableResult
  public func record(_ outcome: PageOutcome) async throws(StoreFailure) -> RecordedOutcome {
    if outcome.changesCouplingsAlone { try watch?.stampSystems() }
    let positions = try watch?.positions(seen: outcome.seen) ?? [:]
    let recorded = try await write { database in
      try database.note(positions)
      let pair = try database.makeNumber(of: outcome.pair)
      try database.remove(outcome.removed, pair: pair, outcome.direction)
      let origin = try database.origin(of: outcome)
      var refused = try database.insert(
        outcome.created + outcome.couplings.filter { $0.revision == nil }, pair: pair, outcome,
        origin: origin)
      let changed = try database.update(outcome.couplings, pair: pair)
      refused += changed
      try database.keepPending(outcome, pair: pair)
      try database.forgetReleases(outcome.released, pair: pair)
      try database.settle(outcome)
      try database.endUncoupled(outcome.paired(without: refused), outcome)
      try database.forgetConflicts(outcome)
      try database.settleBack(outcome)
      try database.free(outcome.freed, pair: pair, outcome)
      try database.lookAgain(at: changed, outcome, pair: pair)
      let skipped = try database.store(
        outcome.entries, pair: pair, job: outcome.job, rests: outcome.rests)
      for entry in outcome.told { try database.keep(entry, pair: pair) }
      var counters = outcome.counters
      counters.rest(skipped)
      try database.add(counters, to: outcome.job)
      if let mark = outcome.mark {
        try database.move(mark, outcome.markName ?? outcome.mapping, outcome.direction)
      }
      if let cursor = outcome.cursor {
        try database.save(cursor, outcome.mapping, outcome.direction)
        try database.advance(outcome, of: cursor.run)
      }
      if let intent = outcome.intent {
        try database.change("DELETE FROM intents WHERE id = ?", intent)
      }
      try database.note(outcome.events)
      return RecordedOutcome(refused, counters: counters)
    }
    watch?.noted(positions)
    return recorded
  }
}

extension Database {
  /// Removes couplings, and what was noted of the partners that they lose; what was noted of the
  /// page's own records the page says anew.
  fileprivate func remove(_ couplings: [Coupling], pair: Int64, _ direction: Direction) throws {
    guard !couplings.isEmpty else { return }
    let statement = try StateStatement(
      self, "DELETE FROM couplings WHERE pair = ?1 AND bc_id = ?2 AND sales_id = ?3")
    let entries = try StateStatement(
      self, "DELETE FROM entries WHERE source = ?1 AND direction = ?2 AND pair = ?3")
    for coupling in couplings {
      statement.bind(pair, coupling.bcID, coupling.salesID)
      guard try statement.run() > 0 else { continue }
      entries.bind(coupling.id(direction.target), direction.reversed, pair)
      try entries.run()
    }
  }

  fileprivate func forgetReleases(_ ids: [Guid], pair: Int64) throws {
    for id in ids {
      try change("DELETE FROM releases WHERE pair = ? AND sales_id = ?", pair, id)
    }
  }

  /// Returns those that would give a record a second partner.
  fileprivate func insert(
    _ couplings: [Coupling], pair: Int64, _ outcome: PageOutcome, origin: Int64?
  ) throws -> [RefusedCoupling] {
    guard !couplings.isEmpty else { return [] }
    let revision = CouplingRow.firstRevision(outcome.job)
    let isCreated = outcome.created.count
    let statement = try StateStatement(self, CouplingRow.insert)
    var refused: [RefusedCoupling] = []
    for (number, coupling) in couplings.enumerated() {
      CouplingRow.bind(
        coupling, pair: pair, origin: number < isCreated ? origin : nil, revision: revision,
        to: statement)
      if try statement.run() == 0 { refused.append(try refusal(of: coupling, pair: pair)) }
    }
    return refused
  }

  /// Returns those that are others by now than the ones that were read.
  fileprivate func update(_ couplings: [Coupling], pair: Int64) throws -> [RefusedCoupling] {
    guard couplings.contains(where: { $0.revision != nil }) else { return [] }
    let statement = try StateStatement(self, CouplingRow.update)
    var refused: [RefusedCoupling] = []
    for coupling in couplings {
      guard let revision = coupling.revision else { continue }
      CouplingRow.bind(coupling, pair: pair, origin: nil, revision: revision, to: statement)
      if try statement.run() == 0 { refused.append(try refusal(of: coupling, pair: pair)) }
    }
    return refused
  }

  /// Notes that records are to be looked at again whose couplings somebody changed meanwhile: the
  /// page's mark may pass them.
  fileprivate func lookAgain(
    at refused: [RefusedCoupling], _ outcome: PageOutcome, pair: Int64
  ) throws {
    let source = outcome.direction.source
    let entries = refused.filter { !$0.isTaken }.map { refused in
      Entry(
        mapping: outcome.mapping, direction: outcome.direction, kind: .interrupted,
        sourceID: refused.coupling.id(source),
        sourceName: RecordKey.shown(refused.coupling.bcKey),
        message: "is looked at again: its coupling was changed while it was being written",
        job: outcome.job, at: outcome.at)
    }
    _ = try store(entries, pair: pair, job: outcome.job)
  }

  private func refusal(of coupling: Coupling, pair: Int64) throws -> RefusedCoupling {
    let existing = try first(
      "\(CouplingRow.select) WHERE pair = ?1 AND bc_id = ?2", pair, coupling.bcID,
      read: CouplingRow.read)
    let other = try first(
      "\(CouplingRow.select) WHERE pair = ?1 AND sales_id = ?2", pair, coupling.salesID,
      read: CouplingRow.read)
    return RefusedCoupling(coupling, existing: existing ?? other)
  }

  /// Ends what was noted of conflicts that are over.
  fileprivate func forgetConflicts(_ outcome: PageOutcome) throws {
    for id in outcome.solved {
      try change(
        "DELETE FROM entries WHERE mapping = ? AND direction = ? AND source = ? AND conflict IS NOT NULL",
        outcome.mapping, Direction.toSales, id)
    }
  }

  /// Ends what was noted of targets in the other direction; notes those that had waited.
  fileprivate func settleBack(_ outcome: PageOutcome) throws {
    for id in outcome.settledBack {
      let entry = try first(
        """
        DELETE FROM entries WHERE mapping = ? AND direction = ? AND source = ?
        RETURNING \(EntryRow.columns)
        """, outcome.mapping, outcome.direction.reversed, id, read: EntryRow.read)
      if let entry, entry.kind.waits { try note(released: entry, outcome) }
    }
  }

  /// Ends what was noted of records; notes those that had waited.
  fileprivate func settle(_ outcome: PageOutcome) throws {
    guard !outcome.settled.isEmpty else { return }
    let statement = try StateStatement(
      self,
      """
      DELETE FROM entries WHERE mapping = ?1 AND direction = ?2 AND source = ?3
      AND (?4 IS NULL OR at = ?4 AND kind = ?5)
      RETURNING \(EntryRow.columns)
      """)
    for settled in outcome.settled {
      statement.bind(
        outcome.mapping, outcome.direction, settled.source, settled.read?.at,
        settled.read?.kind.rawValue)
      guard let entry = try statement.first(EntryRow.read), entry.kind.waits else { continue }
      try note(released: entry, outcome)
    }
  }
}

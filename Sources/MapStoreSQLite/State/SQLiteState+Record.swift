import GRDB
import MapRuntime
import MapSync

/// The end of a page: all of it in one transaction (B6).
extension SQLiteState {
  @discardableResult
  public func record(_ outcome: PageOutcome) async throws(StoreFailure) -> [RefusedCoupling] {
    try await write { database in
      let pair = try database.makeNumber(of: outcome.pair)
      try database.remove(outcome.removed, pair: pair, outcome.direction)
      let origin = try database.origin(of: outcome)
      var refused = try database.store(outcome.created, pair: pair, origin: origin)
      refused += try database.store(outcome.couplings, pair: pair)
      try database.settle(outcome)
      let skipped = try database.store(outcome.entries, pair: pair, job: outcome.job)
      var counters = outcome.counters
      counters.failed -= skipped
      counters.skipped += skipped
      try database.add(counters, to: outcome.job)
      if let mark = outcome.mark {
        try database.save(mark, outcome.mapping, outcome.direction)
      }
      if let cursor = outcome.cursor {
        try database.save(cursor, outcome.mapping, outcome.direction)
      }
      if let intent = outcome.intent {
        try database.change("DELETE FROM intents WHERE id = ?", intent)
      }
      try database.note(outcome.events)
      return refused
    }
  }
}

extension Database {
  /// Removes couplings, and what was noted of the partners that they lose; what was noted of the
  /// page's own records the page says anew.
  fileprivate func remove(_ bcIDs: [Guid], pair: Int64, _ direction: Direction) throws {
    guard !bcIDs.isEmpty else { return }
    let statement = try StateStatement(
      self, "DELETE FROM couplings WHERE pair = ?1 AND bc_id = ?2 RETURNING sales_id")
    let entries = try StateStatement(
      self, "DELETE FROM entries WHERE source = ?1 AND direction = ?2 AND pair = ?3")
    for id in bcIDs {
      statement.bind(pair, id)
      guard let salesID = try statement.first({ row in try row.guid(0) }) else { continue }
      entries.bind(direction == .toSales ? salesID : id, direction.reversed, pair)
      try entries.run()
    }
  }

  /// Returns those that would give a record a second partner.
  fileprivate func store(
    _ couplings: [Coupling], pair: Int64, origin: Int64? = nil
  ) throws -> [RefusedCoupling] {
    guard !couplings.isEmpty else { return [] }
    let statement = try StateStatement(self, CouplingRow.upsert)
    var refused: [RefusedCoupling] = []
    for coupling in couplings {
      CouplingRow.bind(coupling, pair: pair, origin: origin, to: statement)
      if try statement.run() == 0 {
        refused.append(
          RefusedCoupling(coupling, existing: try existing(of: coupling, pair: pair)))
      }
    }
    return refused
  }

  private func existing(of coupling: Coupling, pair: Int64) throws -> Coupling {
    let existing = try first(
      "\(CouplingRow.select) WHERE pair = ?1 AND bc_id = ?2", pair, coupling.bcID,
      read: CouplingRow.read)
    if let existing { return existing }
    let other = try first(
      "\(CouplingRow.select) WHERE pair = ?1 AND sales_id = ?2", pair, coupling.salesID,
      read: CouplingRow.read)
    guard let other else { throw StateRow.damaged("the index of couplings") }
    return other
  }

  /// Ends what was noted of records; notes those that had waited.
  fileprivate func settle(_ outcome: PageOutcome) throws {
    guard !outcome.settled.isEmpty else { return }
    let statement = try StateStatement(
      self,
      """
      DELETE FROM entries WHERE mapping = ?1 AND direction = ?2 AND source = ?3
      RETURNING \(EntryRow.columns)
      """)
    for id in outcome.settled {
      statement.bind(outcome.mapping, outcome.direction, id)
      guard let entry = try statement.first(EntryRow.read),
        entry.kind == .held || entry.kind == .later
      else { continue }
      var event = HistoryEvent(entry, .released, job: outcome.job)
      event.at = outcome.at
      event.message = "no longer waits: \(entry.message)"
      try note(event)
    }
  }
}

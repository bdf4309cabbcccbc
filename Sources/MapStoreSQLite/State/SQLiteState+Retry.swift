import GRDB
import MapRuntime
import MapSync

/// Taking records out of their rest (R D-38).
extension SQLiteState {
  public func retry(
    _ query: EntryQuery, of mappings: [RestingMapping], at moment: DateTimeValue
  ) async throws(StoreFailure) -> Int {
    var query = query
    query.kinds = [.skipped]
    let skipped = query
    return try await write { database in
      let resting = try mappings.flatMap { try database.resting(skipped, $0) }
      let found = try database.entries(skipped, limit: .max)
      for (entry, pair) in found {
        try database.change(
          "UPDATE entries SET kind = ? WHERE mapping = ? AND direction = ? AND source = ?",
          Entry.Kind.failed.rawValue, entry.mapping, entry.direction, entry.sourceID)
        try database.setSkipped(false, entry, pair: pair)
        try database.note(retried: entry, at: moment)
      }
      var others = 0
      var woken = Set(found.map(\.entry.mapping))
      for coupling in resting where try database.free(coupling, at: moment) {
        others += 1
        woken.insert(coupling.mapping.name)
      }
      let scheduledBy = Dictionary(mappings.map { ($0.name, $0.scheduledBy) }) { first, _ in first }
      for mapping in Set(woken.map { scheduledBy[$0] ?? $0 }) {
        try database.wake(mapping, at: moment)
      }
      return found.count + others
    }
  }
}

/// A coupling that rests, with its pair's number.
private struct RestingCoupling {
  let mapping: RestingMapping
  let pair: Int64
  let coupling: Coupling
}

extension Database {
  /// What a person asks for does not wait until a mapping has slept its time (R L-10).
  fileprivate func wake(_ mapping: String, at moment: DateTimeValue) throws {
    try change(
      "UPDATE schedules SET due = ?1, pause = NULL WHERE mapping = ?2 AND asleep = 1 AND due > ?1",
      moment.milliseconds + Scheduler.wakeDelay, mapping)
  }

  fileprivate func resting(
    _ query: EntryQuery, _ mapping: RestingMapping
  ) throws -> [RestingCoupling] {
    guard query.mapping == nil || query.mapping == mapping.name,
      let pair = try number(of: mapping.pair)
    else { return [] }
    let select = "\(CouplingRow.select) WHERE pair = ?1 AND skipped = 1"
    var couplings: [Coupling] = []
    if query.ids.isEmpty { couplings = try all(select, pair, read: CouplingRow.read) }
    for side in query.side.map({ [$0] }) ?? Side.allCases {
      for id in query.ids {
        couplings += try all(
          "\(select) AND \(side.couplingColumn) = ?2", pair, id, read: CouplingRow.read)
      }
    }
    return couplings.map { RestingCoupling(mapping: mapping, pair: pair, coupling: $0) }
  }

  /// Frees a coupling. What either side changed while it rested went by unseen, so both ways look
  /// again.
  ///
  /// - Returns: Whether no entry had freed it.
  fileprivate func free(_ resting: RestingCoupling, at moment: DateTimeValue) throws -> Bool {
    let coupling = resting.coupling
    let stillRests = try first(
      """
      UPDATE couplings SET skipped = 0, revision = revision + 1
      WHERE pair = ? AND bc_id = ? AND skipped = 1 RETURNING 1
      """,
      resting.pair, coupling.bcID
    ) { _ in true }
    for direction in resting.mapping.directions {
      let entry = Entry(
        mapping: resting.mapping.name, direction: direction, kind: .later,
        sourceID: coupling.id(direction.source), sourceName: RecordKey.shown(coupling.bcKey),
        targetID: coupling.id(direction.target), message: "is looked at again after its rest",
        at: moment)
      let known = try first(
        "SELECT 1 FROM entries WHERE mapping = ? AND direction = ? AND source = ?",
        entry.mapping, entry.direction, entry.sourceID
      ) { _ in true }
      if known == nil { _ = try store([entry], pair: resting.pair, job: nil) }
    }
    return stillRests != nil
  }
}

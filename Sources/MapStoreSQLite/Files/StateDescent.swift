import EmbeddedSystems
import GRDB
import MapRuntime
import MapSync

/// What a state file knows of itself and of the two systems' files, within a transaction.
extension Database {
  /// Words that a state keeps.
  private static var keptWords: Int { 10_000 }

  func stateID() throws -> Guid {
    let id = try first("SELECT value FROM meta WHERE name = 'id'") { row in try row.guid(0) }
    guard let id else { throw StateRow.damaged("the id of the state") }
    return id
  }

  /// Whether all records are still to be looked at again after a file was put back.
  func isSettling() throws -> Bool {
    try first("SELECT 1 FROM meta WHERE name = 'settling'") { _ in true } ?? false
  }

  /// How far the state has seen each system.
  func positions() throws -> [Side: FilePosition] {
    let rows = try all("SELECT side, file, version, word_version, word FROM systems") { row in
      let side: Side = try row.choice(0)
      return (
        side,
        FilePosition(
          file: try row.guid(1), version: row.integer(2),
          last: DescentWord(version: row.integer(3), word: row.integer(4)))
      )
    }
    return Dictionary(rows) { first, _ in first }
  }

  /// The furthest mark of each side, also of full synchronizations that go on. A system never is
  /// before it.
  func furthestMarks() throws -> [Side: Int64] {
    let marks = try all(
      """
      SELECT direction, mark FROM marks UNION ALL SELECT direction, mark FROM cursors
      WHERE run = (SELECT max(id) FROM runs WHERE finished IS NULL)
      """
    ) { row in
      let direction: Direction = try row.choice(0)
      return (direction.source, ChangeMark(row.text(1)).version)
    }
    return Dictionary(marks, uniquingKeysWith: max)
  }

  /// Notes how far systems were seen; another process may be further.
  func note(_ positions: [Side: FilePosition]) throws {
    for (side, position) in positions {
      try change(
        """
        INSERT INTO systems VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (side) DO UPDATE SET
        version = excluded.version, word_version = excluded.word_version, word = excluded.word
        WHERE file = excluded.file AND version < excluded.version
        """,
        side, position.file, position.version, position.last.version, position.last.word)
    }
  }

  /// A new word on the state's own line.
  func nextStamp(of state: Guid) throws -> StateStamp {
    let stamp = try first(
      "INSERT INTO descent (word) VALUES (random()) RETURNING number, word"
    ) { row in StateStamp(state: state, number: row.integer(0), word: row.integer(1)) }
    guard let stamp else { throw StateRow.damaged("the line of the state") }
    try change(
      "DELETE FROM descent WHERE number <= ?", Int64(stamp.number) - Int64(Self.keptWords))
    return stamp
  }

  /// Whether a stamp is on the state's line. What is older than all that is kept, the number must
  /// tell.
  func knows(_ stamp: StateStamp) throws -> Bool {
    let word = try first("SELECT word FROM descent WHERE number = ?", stamp.number) { row in
      row.integer(0)
    }
    if let word { return word == stamp.word }
    let oldest = try first("SELECT number FROM descent ORDER BY number LIMIT 1") { row in
      row.integer(0)
    }
    return oldest.map { stamp.number < $0 } ?? false
  }
}

extension SQLiteState {
  /// Reads at once, for who is in the middle of something else.
  func look<Found>(_ body: (Database) throws -> Found) throws(StoreFailure) -> Found {
    let result = Result { try reader.read(body) }
    try checkWhole()
    do { return try result.get() } catch { throw StateFault.failure(error, at: path) }
  }

  /// Writes at once.
  @discardableResult
  func note<Result>(_ body: (Database) throws -> Result) throws(StoreFailure) -> Result {
    try checkPlace()
    do { return try writer.write(body) } catch { throw StateFault.failure(error, at: path) }
  }

  /// The same state, which keeps an eye on the files.
  public func watched(by watch: FileWatch) -> SQLiteState {
    var state = self
    state.watch = watch
    return state
  }

  /// Refuses a file that has a second name.
  func checkNames() throws(StoreFailure) {
    guard let now = FilePlace(path), now.names > 1 else { return }
    FileDraft.sweep(path)
    if let now = FilePlace(path), now.names > 1 { throw StateFault.named(path) }
  }
}

extension PageOutcome {
  /// The highest version of each side that a page knows.
  var seen: [Side: Int64] {
    var bc: Int64 = 0
    var sales: Int64 = 0
    for list in [created, couplings] {
      for coupling in list {
        bc = max(bc, coupling.bcVersion ?? 0)
        sales = max(sales, coupling.salesVersion ?? 0)
      }
    }
    var seen: [Side: Int64] = [.bc: bc, .sales: sales]
    if let mark { seen[direction.source] = max(seen[direction.source] ?? 0, mark.to.version) }
    return seen.filter { $0.value > 0 }
  }

  /// Whether records are coupled without a write that the systems know of, or lose their couplings.
  var changesCouplingsAlone: Bool {
    if !removed.isEmpty { return true }
    let couples =
      counters.coupled > 0 || !created.isEmpty || couplings.contains { $0.revision == nil }
    return intent == nil && couples
  }
}

extension ChangeMark {
  /// The version that a mark of an embedded system stands at; the highest of all for another mark, as
  /// one before the first version is.
  var version: Int64 { Int64(text).flatMap { $0 < 0 ? nil : $0 } ?? .max }
}

import GRDB
import MapRuntime
import MapSync

/// Couplings (F1; R D-1 to D-5). A page's lookups are one prepared statement, stepped for each id
/// within one transaction, which is faster than one statement over a list of them.
extension SQLiteState {
  public func couplings(
    _ pair: TablePair, _ side: Side, ids: [Guid]
  ) async throws(StoreFailure) -> [Coupling?] {
    try await read { database in
      try database.couplings(
        pair, ids, "\(CouplingRow.select) WHERE pair = ?1 AND \(side.couplingColumn) = ?2")
    }
  }

  public func couplings(
    _ pair: TablePair, keys: [String]
  ) async throws(StoreFailure) -> [Coupling?] {
    try await read { database in
      try database.couplings(
        pair, keys,
        // A key that was given again belongs to the newer record.
        """
        \(CouplingRow.select) WHERE pair = ?1 AND bc_key = ?2 ORDER BY bc_id DESC LIMIT 1
        """)
    }
  }

  public func couplings(
    _ pair: TablePair, after bcID: Guid?, limit: Int
  ) async throws(StoreFailure) -> [Coupling] {
    try await read { database in
      guard let number = try database.number(of: pair) else { return [] }
      return try database.all(
        "\(CouplingRow.select) WHERE pair = ?1 AND bc_id > ?2 ORDER BY bc_id LIMIT ?3",
        number, bcID?.bytes ?? [], limit, read: CouplingRow.read)
    }
  }

  public func count(_ pair: TablePair) async throws(StoreFailure) -> Int {
    try await read { database in
      guard let number = try database.number(of: pair) else { return 0 }
      return try database.first(
        "SELECT count(*) FROM couplings WHERE pair = ?", number, read: { $0.count(0) }) ?? 0
    }
  }

  public func coupled(
    _ pairs: [TablePair], _ side: Side, ids: [Guid]
  ) async throws(StoreFailure) -> Set<Guid> {
    try await read { database in
      var found: Set<Guid> = []
      let sql = "SELECT 1 FROM couplings WHERE pair = ?1 AND \(side.couplingColumn) = ?2"
      for pair in pairs {
        guard let number = try database.number(of: pair) else { continue }
        let statement = try StateStatement(database, sql)
        for id in ids {
          statement.bind(number, id)
          if try statement.first({ _ in true }) != nil { found.insert(id) }
        }
      }
      return found
    }
  }

  public func uncouple(
    _ pair: TablePair, bcIDs: [Guid], releases: Bool, job: JobID, at moment: DateTimeValue
  ) async throws(StoreFailure) {
    if !bcIDs.isEmpty { try watch?.stampSystems() }
    try await write { database in
      guard let number = try database.number(of: pair) else { return }
      let mapping = try database.mapping(of: job)
      var counters = JobCounters()
      for id in bcIDs {
        let ended = try database.first(
          "DELETE FROM couplings WHERE pair = ? AND bc_id = ? RETURNING sales_id, bc_key", number,
          id
        ) { row in (salesID: try row.guid(0), key: row.text(1)) }
        guard let (salesID, key) = ended else { continue }
        counters.uncoupled += 1
        if releases {
          try database.change(
            "INSERT OR IGNORE INTO releases (pair, sales_id) VALUES (?, ?)", number, salesID)
        }
        for (source, direction) in [(id, Direction.toSales), (salesID, .toBC)] {
          try database.change(
            "DELETE FROM entries WHERE source = ? AND direction = ? AND pair = ?",
            source, direction, number)
        }
        try database.note(
          HistoryEvent(
            at: moment, kind: .uncoupled, mapping: mapping, bcID: id, salesID: salesID, job: job,
            message: "", key: key))
      }
      try database.add(counters, to: job)
    }
  }

  public func releases(_ pair: TablePair) async throws(StoreFailure) -> [Guid] {
    try await read { database in
      guard let number = try database.number(of: pair) else { return [] }
      return try database.all("SELECT sales_id FROM releases WHERE pair = ?", number) { row in
        try row.guid(0)
      }
    }
  }
}

extension Side {
  /// The column of a coupling that holds the id of this side.
  var couplingColumn: String { self == .bc ? "bc_id" : "sales_id" }
}

extension Database {
  /// The couplings that a statement finds for a pair and one of the keys each.
  fileprivate func couplings<Key: StateBindable>(
    _ pair: TablePair, _ keys: [Key], _ sql: String
  ) throws -> [Coupling?] {
    guard let number = try number(of: pair) else { return keys.map { _ in nil } }
    let statement = try StateStatement(self, sql)
    statement.bind(number, at: 1)
    var found: [Coupling?] = []
    found.reserveCapacity(keys.count)
    for key in keys {
      statement.bind(key, at: 2)
      found.append(try statement.first(CouplingRow.read))
    }
    return found
  }

  /// The number of a pair; nil for one that was never written.
  func number(of pair: TablePair) throws -> Int64? {
    try first("SELECT id FROM pairs WHERE bc = ? AND sales = ?", pair.bc, pair.sales) { row in
      row.integer(0)
    }
  }

  /// The number of a pair, which gets one.
  func makeNumber(of pair: TablePair) throws -> Int64 {
    if let number = try number(of: pair) { return number }
    try change("INSERT INTO pairs (bc, sales) VALUES (?, ?)", pair.bc, pair.sales)
    return lastInsertedRowID
  }
}

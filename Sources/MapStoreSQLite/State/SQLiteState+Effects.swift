import GRDB
import MapRuntime
import MapSync

/// What mappings did, and the couplings that older forms of them wrote.
extension SQLiteState {
  public func knownMappings() async throws(StoreFailure) -> KnownMappings {
    try await read { database in
      let effects = try database.all(
        """
        SELECT number, pairs.bc, pairs.sales, mapping, direction, digest
        FROM effects JOIN pairs ON pairs.id = effects.pair ORDER BY number
        """
      ) { row in
        KnownEffect(
          number: row.integer(0), pair: TablePair(bc: row.text(1), sales: row.text(2)),
          mapping: row.text(3), direction: try row.choice(4),
          digest: EffectDigest(bits: UInt64(bitPattern: row.integer(5))))
      }
      let layouts = try database.all("SELECT fields FROM layouts") { row in row.text(0) }
      return KnownMappings(effects: effects, layouts: layouts)
    }
  }

  public func learn(_ known: KnownMappings) async throws(StoreFailure) {
    try await write { database in
      for layout in known.layouts {
        try database.change("INSERT OR IGNORE INTO layouts (fields) VALUES (?)", layout)
      }
      for effect in known.effects {
        try database.change(
          """
          INSERT OR IGNORE INTO effects (pair, mapping, direction, digest) VALUES (?, ?, ?, ?)
          """, try database.makeNumber(of: effect.pair), effect.mapping, effect.direction,
          Int64(bitPattern: effect.digest.bits))
      }
    }
  }

  public func forget(
    _ pair: TablePair, older: [Direction: OlderEffects]
  ) async throws(StoreFailure) {
    let wanted = older.condition
    try await write { database in
      guard let number = try database.number(of: pair) else { return }
      let isNeeded = try database.first(
        """
        SELECT EXISTS (SELECT 1 FROM couplings WHERE pair = ?1 AND \(wanted))
        OR EXISTS (SELECT 1 FROM intents) OR EXISTS (SELECT 1 FROM reservations WHERE pair = ?1)
        """, number, read: { $0.flag(0) })
      guard isNeeded == false else { return }
      for number in older.values.flatMap(\.numbers) {
        try database.change("DELETE FROM effects WHERE number = ?", number)
      }
    }
  }

  public func couplings(
    _ pair: TablePair, older: [Direction: OlderEffects], after bcID: Guid?, limit: Int
  ) async throws(StoreFailure) -> [Coupling] {
    let wanted = older.condition
    return try await read { database in
      guard let number = try database.number(of: pair) else { return [] }
      return try database.all(
        "\(CouplingRow.select) WHERE pair = ?1 AND bc_id > ?2 AND \(wanted) ORDER BY bc_id LIMIT ?3",
        number, bcID?.bytes ?? [], limit, read: CouplingRow.read)
    }
  }

  public func count(
    _ pair: TablePair, older: [Direction: OlderEffects]
  ) async throws(StoreFailure) -> Int {
    let wanted = older.condition
    return try await read { database in
      guard let number = try database.number(of: pair) else { return 0 }
      return try database.first(
        "SELECT count(*) FROM couplings WHERE pair = ? AND \(wanted)", number,
        read: { $0.count(0) }) ?? 0
    }
  }
}

extension [Direction: OlderEffects] {
  /// What is asked of a coupling. The numbers are the state's own.
  fileprivate var condition: String {
    let tests = sorted { $0.key.rawValue < $1.key.rawValue }.map { direction, older in
      let column = direction == .toSales ? "to_sales_effect" : "to_bc_effect"
      let numbers = older.numbers.sorted().map(String.init).joined(separator: ", ")
      return "\(column) IN (\(numbers))" + (older.areUnknownOlder ? " OR \(column) IS NULL" : "")
    }
    return tests.isEmpty ? "0" : "(\(tests.joined(separator: " OR ")))"
  }
}

import GRDB
import MapRuntime
import MapSync

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Leases (R A-24, L-12; F9). A row of a pair stays when its lease is given back, as its fence goes
/// on growing.
extension SQLiteState {
  public func take(
    _ pair: TablePair, for holder: String, over dead: LeaseHolding?, at moment: DateTimeValue
  ) async throws(StoreFailure) -> LeaseAnswer {
    let found = try await read { database in try database.lease(pair) }
    // Of this machine's processes it is known which are gone, of others only that they stand still.
    // No clock is asked: this one may be as wrong as theirs.
    var isOver = false
    if let found { isOver = try isGone(found) || dead == found.holding }
    let mayTake = isOver
    let token = tokens.new()
    let answer = try await write { database -> LeaseAnswer in
      let present = try database.lease(pair)
      if let present, present.holding != found?.holding || !mayTake {
        return .held(present.holding)
      }
      return .granted(
        try database.grant(
          pair,
          to: LeaseRow.Holder(
            name: holder, process: tokens.identity, seat: seat?.number ?? 0, token: token),
          at: moment))
    }
    if case .held = answer { tokens.giveBack(token) }
    return answer
  }

  public func renew(
    _ lease: Lease, at moment: DateTimeValue
  ) async throws(StoreFailure) -> Bool {
    try await write { database in
      let changed = try database.change(
        """
        UPDATE leases SET beat = beat + 1, expires = ? WHERE fence = ? AND holder IS NOT NULL
        AND pair = (SELECT id FROM pairs WHERE bc = ? AND sales = ?)
        """, LeaseRow.end(from: moment), lease.fence, lease.pair.bc, lease.pair.sales)
      return changed > 0
    }
  }

  public func release(_ lease: Lease) async throws(StoreFailure) {
    // Whatever becomes of the row: this process knows that nobody holds it.
    tokens.giveBack(lease.token)
    try await write { database in
      try database.change(
        """
        UPDATE leases SET holder = NULL WHERE fence = ? AND holder IS NOT NULL
        AND pair = (SELECT id FROM pairs WHERE bc = ? AND sales = ?)
        """, lease.fence, lease.pair.bc, lease.pair.sales)
    }
  }

  public func under(_ lease: Lease) -> any StateStore {
    var state = self
    state.leases.append(lease)
    return state
  }

  /// Whether whoever had it has ended without giving it back.
  private func isGone(_ found: LeaseRow) throws(StoreFailure) -> Bool {
    let holder = found.holder
    guard holder.host == LeaseRow.host else { return false }
    if holder.process == tokens.identity { return !tokens.holds(holder.token) }
    guard holder.seat > 0 else { return false }
    return try !isTaken(holder.seat, by: holder.process)
  }

  private var tokens: LiveTokens { seat?.tokens ?? .ofProcess }
}

/// A lease that somebody has.
private struct LeaseRow {
  /// Who has it: the machine, the process, its seat, and what it calls this.
  struct Holder {
    let name: String
    var host = LeaseRow.host
    let process: Int64
    let seat: Int
    let token: Int64
  }

  let holding: LeaseHolding
  let holder: Holder

  static let host: String = {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return "" }
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()

  /// Until when its holder promises to renew it, by that one's clock: for who reads the row. Nobody
  /// takes a lease by it.
  static func end(from moment: DateTimeValue) -> DateTimeValue {
    DateTimeValue(milliseconds: moment.milliseconds + Lease.length.components.seconds * 1000)
  }
}

extension Database {
  /// The lease of a pair that somebody has.
  fileprivate func lease(_ pair: TablePair) throws -> LeaseRow? {
    try first(
      """
      SELECT fence, beat, holder, since, host, process, seat, token FROM leases
      WHERE pair = (SELECT id FROM pairs WHERE bc = ? AND sales = ?) AND holder IS NOT NULL
      """, pair.bc, pair.sales
    ) { row in
      LeaseRow(
        holding: LeaseHolding(
          pair: pair, fence: row.integer(0), beat: row.integer(1), holder: row.text(2),
          since: row.moment(3), machine: row.text(4) == LeaseRow.host ? nil : row.text(4)),
        holder: LeaseRow.Holder(
          name: row.text(2), host: row.text(4), process: row.integer(5), seat: row.count(6),
          token: row.integer(7)))
    }
  }

  /// Gives a lease to its next holder.
  fileprivate func grant(
    _ pair: TablePair, to holder: LeaseRow.Holder, at moment: DateTimeValue
  ) throws -> Lease {
    let fence = try first(
      """
      INSERT INTO leases (pair, fence, beat, holder, host, process, seat, token, since, expires)
      VALUES (?, 1, 0, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (pair) DO UPDATE SET fence = fence + 1, beat = 0, holder = excluded.holder,
      host = excluded.host, process = excluded.process, seat = excluded.seat, token = excluded.token, since = excluded.since,
      expires = excluded.expires RETURNING fence
      """,
      try makeNumber(of: pair), holder.name, holder.host, holder.process, holder.seat,
      holder.token, moment,
      LeaseRow.end(from: moment)
    ) { row in row.integer(0) }
    guard let fence else { throw DatabaseError(message: "a lease was not given") }
    return Lease(pair: pair, fence: fence, token: holder.token)
  }

  /// Refuses to write for somebody whose lease is another's by now.
  func check(_ lease: Lease) throws {
    let holds = try first(
      """
      SELECT 1 FROM leases WHERE fence = ? AND holder IS NOT NULL
      AND pair = (SELECT id FROM pairs WHERE bc = ? AND sales = ?)
      """, lease.fence, lease.pair.bc, lease.pair.sales
    ) { _ in true }
    guard holds != nil else {
      let holder = try self.lease(lease.pair)?.holding.holder ?? "another run"
      throw StoreFailure.busy(
        "'\(lease.pair.bc)' and '\(lease.pair.sales)' were taken over by \(holder) after this run"
          + " stood still; what it began is settled there")
    }
  }
}

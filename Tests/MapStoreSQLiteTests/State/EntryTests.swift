import MapRuntime
import MapSync
import Testing

@testable import MapStoreSQLite

@Suite("Failures, waits and rests in a state file")
struct EntryTests {
  let folder = try? StateFolder()

  func state() throws -> SQLiteState { try #require(folder).open() }

  @discardableResult
  func fail(
    _ state: SQLiteState, _ message: String, _ direction: Direction = .toSales, at seconds: Int = 2
  ) async throws -> JobCounters? {
    let job = try await state.page(direction, at: seconds) {
      $0.counters.failed = 1
      $0.entries = [Samples.entry(.failed, 1, direction, message: message, at: seconds)]
    }.job
    return try await state.counters(job)
  }

  func kinds(_ state: SQLiteState) async throws -> [Entry.Kind] {
    try await state.entries("CUSTOMER", .toSales, ids: [Samples.bc(1)]).map(\.kind)
  }

  @Test("an entry comes back as it went")
  func roundTrip() async throws {
    let state = try state()
    var entry = Samples.entry(
      .held, 1, .toBC,
      missing: .init(pair: Samples.people, side: .sales, key: Samples.sales(4).description))
    entry.targetID = Samples.bc(1)
    entry.rule = "CUSTOMER.yaml:12"
    let entries = [entry]
    let job = try await state.page(.toBC) { $0.entries = entries }.job
    entry.job = job
    #expect(
      try await state.entries("CUSTOMER", .toBC, ids: [Samples.sales(1), Samples.bc(1)]) == [entry])
  }

  @Test("the same failure twice makes a record rest, counted as skipped (R D-36, SKP-003)")
  func skip() async throws {
    let state = try state()
    try await state.page { $0.couplings = [Samples.coupling(1)] }
    let first = try await fail(state, "no name")
    #expect(first?.failed == 1 && first?.skipped == 0)
    let second = try await fail(state, "no name")
    #expect(second?.failed == 0 && second?.skipped == 1)
    #expect(try await kinds(state) == [.skipped])
    let coupling = try await state.couplings(Samples.customers, .bc, ids: [Samples.bc(1)])
    #expect(coupling.first??.isSkipped == true)
    let history = try await state.history(.bc, Samples.bc(1), limit: 9).map(\.kind)
    #expect(history == [.skipped, .failed])
  }

  @Test("another message, another direction, a success between or the same run make no rest")
  func noSkip() async throws {
    let state = try state()
    try await fail(state, "no name")
    try await fail(state, "no city")
    #expect(try await kinds(state) == [.failed])
    try await fail(state, "no city", .toBC)
    #expect(try await kinds(state) == [.failed])
    try await state.page { $0.settled = [SettledEntry(Samples.bc(1))] }
    try await fail(state, "no city")
    #expect(try await kinds(state) == [.failed])
    let job = try #require(try await state.jobs(JobQuery(limit: 1)).first?.id)
    try await state.record(
      Samples.page(job) { $0.entries = [Samples.entry(.failed, 1, message: "no city")] })
    #expect(try await kinds(state) == [.failed])
  }

  @Test("a retried record is due again; only those that the query names (R D-38, SKP-007)")
  func retry() async throws {
    let state = try state()
    let both = [Samples.entry(.failed, 1), Samples.entry(.failed, 2)]
    for _ in 1...2 {
      try await state.page {
        $0.couplings = [Samples.coupling(1), Samples.coupling(2)]
        $0.entries = both
      }
    }
    #expect(try await state.due("CUSTOMER", .toSales, after: nil, limit: 9).isEmpty)
    let one = EntryQuery(side: .bc, ids: [Samples.bc(2), Samples.bc(2)])
    #expect(try await state.retry(one, of: [], at: Samples.moment(8)) == 1)
    #expect(
      try await state.due("CUSTOMER", .toSales, after: nil, limit: 9)
        == [DueRecord(Samples.bc(2))])
    let couplings = try await state.couplings(Samples.customers, after: nil, limit: 9)
    #expect(couplings.map(\.isSkipped) == [true, false])
    #expect(try await state.retry(EntryQuery(limit: 0), of: [], at: Samples.moment(9)) == 1)
    #expect(try await state.retry(EntryQuery(), of: [], at: Samples.moment(9)) == 0)
    let history = try await state.history(.bc, Samples.bc(1), limit: 1)
    #expect(history.map(\.kind) == [.retried])
  }

  @Test("a coupling that rests without an entry is freed, and both ways look again (R D-38)")
  func retryOfACoupling() async throws {
    let state = try state()
    var couplings = [Samples.coupling(1), Samples.coupling(2)]
    for place in couplings.indices { couplings[place].isSkipped = true }
    let resting = couplings
    try await state.page { $0.couplings = resting }
    let customers = RestingMapping("CUSTOMER", Samples.customers, [.toSales, .toBC])
    let one = EntryQuery(mapping: "CUSTOMER", side: .sales, ids: [Samples.sales(1)])
    #expect(try await state.retry(one, of: [customers], at: Samples.moment(8)) == 1)
    let left = try await state.couplings(Samples.customers, after: nil, limit: 9)
    #expect(left.map(\.isSkipped) == [false, true])
    #expect(
      try await state.due("CUSTOMER", .toSales, after: nil, limit: 9)
        == [DueRecord(Samples.bc(1))])
    #expect(
      try await state.due("CUSTOMER", .toBC, after: nil, limit: 9)
        == [DueRecord(Samples.sales(1))])
    #expect(try await state.retry(EntryQuery(), of: [customers], at: Samples.moment(9)) == 1)
    #expect(try await state.retry(EntryQuery(), of: [customers], at: Samples.moment(9)) == 0)
  }

  @Test("a record can be made to rest with a reason (R D-35)")
  func skipWithReason() async throws {
    let state = try state()
    try await state.page { $0.couplings = [Samples.coupling(1)] }
    try await state.skip(
      Samples.customers, [Samples.entry(.failed, 1, message: "its partner is gone")])
    #expect(try await kinds(state) == [.skipped])
    let coupling = try await state.couplings(Samples.customers, .bc, ids: [Samples.bc(1)])
    #expect(coupling.first??.isSkipped == true)
  }

  @Test("a failure of a coupling that rests is not due in the other direction (R D-37)")
  func restsBothWays() async throws {
    let state = try state()
    try await state.page { $0.couplings = [Samples.coupling(1)] }
    try await fail(state, "no city", .toBC)
    #expect(
      try await state.due("CUSTOMER", .toBC, after: nil, limit: 9)
        == [DueRecord(Samples.sales(1))])
    try await fail(state, "no name")
    try await fail(state, "no name")
    #expect(try await state.due("CUSTOMER", .toBC, after: nil, limit: 9).isEmpty)
  }

  @Test("a waiting record comes with what it waits for, a failed one with nothing (F6)")
  func waiting() async throws {
    let state = try state()
    let key = Entry.Missing(pair: Samples.people, side: .bc, key: "C5")
    let record = Entry.Missing(pair: Samples.people, side: .bc, key: "C6", id: Samples.bc(6))
    let id = Entry.Missing(
      pair: Samples.people, side: .sales, key: Samples.sales(5).description.uppercased())
    #expect(id.id == Samples.sales(5))
    var named = Samples.entry(.held, 1, missing: key)
    named.rule = "CUSTOMER.yaml:7"
    let entries = [
      named, Samples.entry(.later, 2, missing: id), Samples.entry(.held, 3, missing: record),
      Samples.entry(.held, 4), Samples.entry(.failed, 5, missing: key),
    ]
    try await state.page { $0.entries = entries }
    let all = [
      DueRecord(Samples.bc(1), missing: key, rule: "CUSTOMER.yaml:7"),
      DueRecord(Samples.bc(2), missing: id), DueRecord(Samples.bc(3), missing: record),
      DueRecord(Samples.bc(4)), DueRecord(Samples.bc(5)),
    ]
    #expect(try await state.due("CUSTOMER", .toSales, after: nil, limit: 9) == all)
    #expect(
      try await state.due("CUSTOMER", .toSales, after: Samples.bc(1), limit: 1) == [all[1]])
    #expect(
      try await state.due("CUSTOMER", .toSales, releasedOnly: true, after: nil, limit: 9)
        == all.dropLast())
    #expect(try await state.due("CUSTOMER", .toBC, after: nil, limit: 9).isEmpty)
    let stored = try await state.entries("CUSTOMER", .toSales, ids: [Samples.bc(3)])
    #expect(stored.first?.missing == record)
    try await state.page(at: 7) {
      $0.settled = [SettledEntry(Samples.bc(1)), SettledEntry(Samples.bc(99))]
    }
    let event = try await state.history(.bc, Samples.bc(1), limit: 1).first
    #expect(event?.kind == .released)
    #expect(event?.at == Samples.moment(7))
  }

  @Test("queries limit by every one of their parts, newest first")
  func queries() async throws {
    let state = try state()
    let job = try await state.page {
      $0.entries = [
        Samples.entry(.failed, 1, at: 1), Samples.entry(.held, 2, at: 3),
        Samples.entry(.failed, 3, at: 2),
      ]
    }.job
    var back = Samples.entry(.failed, 1, .toBC, at: 9)
    back.targetID = Samples.bc(1)
    let entries = [back]
    try await state.page(.toBC) { $0.entries = entries }
    func ids(_ query: EntryQuery) async throws -> [Guid] {
      try await state.entries(query).map(\.sourceID)
    }
    #expect(
      try await ids(EntryQuery())
        == [Samples.sales(1), Samples.bc(2), Samples.bc(3), Samples.bc(1)])
    #expect(try await ids(EntryQuery(limit: 1)) == [Samples.sales(1)])
    #expect(try await ids(EntryQuery(kinds: [.held, .later])) == [Samples.bc(2)])
    #expect(try await ids(EntryQuery(direction: .toBC)) == [Samples.sales(1)])
    #expect(try await ids(EntryQuery(job: job)).count == 3)
    #expect(try await ids(EntryQuery(mapping: "ITEM")).isEmpty)
    let ofRecord = EntryQuery(side: .bc, ids: [Samples.bc(1)])
    #expect(try await ids(ofRecord) == [Samples.sales(1), Samples.bc(1)])
    #expect(try await ids(EntryQuery(side: .sales, ids: [Samples.bc(1)])).isEmpty)
  }

  @Test("a record that fails as before has no new history")
  func quietHistory() async throws {
    let state = try state()
    let held = [Samples.entry(.held, 1)]
    for _ in 1...3 { try await state.page { $0.entries = held } }
    #expect(try await state.history(.bc, Samples.bc(1), limit: 9).map(\.kind) == [.held])
  }
}

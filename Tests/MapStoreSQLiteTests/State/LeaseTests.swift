import GRDB
import MapRuntime
import MapSync
import Testing

@testable import MapStoreSQLite

@Suite("One at a time runs a pair of tables (R A-24, L-12; F9)")
struct LeaseTests {
  private let folder = try? StateFolder()
  private let pair = Samples.customers

  private func begin() async throws -> SQLiteState {
    let (state, preparing) = try await #require(folder).open().seated()
    preparing.release()
    return state
  }

  private func take(
    _ state: SQLiteState, _ holder: String = "a run", over dead: LeaseHolding? = nil,
    at seconds: Int = 1
  ) async throws -> LeaseAnswer {
    try await state.take(pair, for: holder, over: dead, at: Samples.moment(seconds))
  }

  private func granted(_ answer: LeaseAnswer) throws -> Lease {
    guard case .granted(let lease) = answer else {
      throw StoreFailure.busy("\(answer)")
    }
    return lease
  }

  private func holding(_ answer: LeaseAnswer) -> LeaseHolding? {
    if case .held(let holding) = answer { holding } else { nil }
  }

  @Test("who asks while another holds it hears by whom, and gets it when it is given back")
  func takenInTurn() async throws {
    let (first, second) = (try await begin(), try await begin())
    let lease = try granted(try await take(first, "'mapsync full' (process 1)"))
    #expect(holding(try await take(second))?.holder == "'mapsync full' (process 1)")
    try await first.release(lease)
    #expect(try granted(try await take(second)).fence > lease.fence)
  }

  @Test("other tables are free meanwhile")
  func otherTables() async throws {
    let (first, second) = (try await begin(), try await begin())
    _ = try await take(first)
    let answer = try await second.take(
      Samples.people, for: "a run", over: nil, at: Samples.moment(1))
    #expect(try granted(answer).pair == Samples.people)
  }

  @Test("what a process held that has ended is free at once, whatever its clock said")
  func dead() async throws {
    let (first, second) = (try await begin(), try await begin())
    let lease = try granted(try await take(first, at: 1_000_000_000))
    first.seat?.leave()
    #expect(try granted(try await take(second, at: 1)).fence == lease.fence + 1)
  }

  @Test("a run of the same process that could not give it back does not keep it")
  func sameProcess() async throws {
    let state = try await begin()
    let lease = try granted(try await take(state))
    #expect(holding(try await take(state)) != nil)
    // As a release leaves it that finds the file locked.
    state.seat?.tokens.giveBack(lease.token)
    #expect(try granted(try await take(state)).fence > lease.fence)
  }

  @Test("a holding that stood still is taken over, one that was renewed meanwhile is not")
  func stoodStill() async throws {
    let (first, second) = (try await begin(), try await begin())
    let lease = try granted(try await take(first))
    let seen = try #require(holding(try await take(second)))
    #expect(try await first.renew(lease, at: Samples.moment(2)))
    #expect(holding(try await take(second, over: seen)) != nil)
    let still = try #require(holding(try await take(second)))
    _ = try granted(try await take(second, over: still))
    #expect(try await first.renew(lease, at: Samples.moment(3)) == false)
  }

  @Test("no clock takes a lease of another machine away, whose holder's may be as wrong")
  func clockAhead() async throws {
    let (first, second) = (try await begin(), try await begin())
    let lease = try granted(try await take(first, at: 1))
    try #require(folder).moveLeases(to: "elsewhere")
    for seconds in [2, 62, 315_360_000] {
      #expect(holding(try await take(second, at: seconds))?.machine == "elsewhere")
    }
    #expect(try await first.renew(lease, at: Samples.moment(3)))
    let still = try #require(holding(try await take(second, at: 4)))
    _ = try granted(try await take(second, over: still, at: 4))
  }

  @Test("a clock that was ten years ahead keeps nobody out for good")
  func wrongClock() async throws {
    let (first, second) = (try await begin(), try await begin())
    _ = try await take(first, at: 315_360_000)
    let seen = try #require(holding(try await take(second, at: 5)))
    _ = try granted(try await take(second, over: seen, at: 40))
  }

  @Test("no write of a run is stored once somebody else has its tables")
  func fence() async throws {
    let (first, second) = (try await begin(), try await begin())
    let lease = try granted(try await take(first))
    let run = first.under(lease)
    let job = try await run.startJob(Samples.job())
    let seen = try #require(holding(try await take(second)))
    _ = try granted(try await take(second, "'mapsync sync' (process 2)", over: seen))
    let writes: [@Sendable () async throws -> Void] = [
      { _ = try await run.record(Samples.page(job) { $0.couplings = [Samples.coupling(1)] }) },
      { _ = try await run.open(Intent(mapping: "CUSTOMER", direction: .toSales, writes: [])) },
      { try await run.setMark(ChangeMark("9"), "CUSTOMER", .toSales) },
      {
        try await run.uncouple(
          Samples.customers, bcIDs: [Samples.bc(1)], releases: false, job: 0, at: Samples.moment(1))
      },
    ]
    for write in writes {
      do {
        try await write()
        Issue.record("a run that lost its lease wrote")
      } catch StoreFailure.busy(let sentence) {
        #expect(sentence.contains("'mapsync sync' (process 2)"))
      }
    }
    #expect(try await second.count(pair) == 0)
    #expect(try await second.openIntents().isEmpty)
  }
}

@Suite("What was in between stands")
struct RevisionTests {
  private let folder = try? StateFolder()

  private func state() throws -> SQLiteState { try #require(folder).open() }

  @Test("a coupling that a person removed is not stored again by who read it before")
  func uncoupled() async throws {
    let state = try state()
    try await state.page { $0.couplings = [Samples.coupling(1)] }
    var read = try await state.stored(1)
    try await state.uncouple(
      Samples.customers, bcIDs: [read.bcID], releases: false, job: 0, at: Samples.moment(3))
    read.toSales = .success
    let late = read
    let refused = try await state.page { $0.couplings = [late] }.refused
    #expect(refused == [RefusedCoupling(late, existing: nil)])
    #expect(try await state.count(Samples.customers) == 0)
  }

  @Test("nor one that was removed and made again meanwhile, and an older copy is not stored either")
  func changed() async throws {
    let state = try state()
    try await state.page { $0.couplings = [Samples.coupling(1)] }
    let old = try await state.stored(1)
    try await state.uncouple(
      Samples.customers, bcIDs: [old.bcID], releases: false, job: 0, at: Samples.moment(3))
    try await state.page { $0.couplings = [Samples.coupling(1)] }
    #expect(try await state.page { $0.couplings = [old] }.refused.count == 1)
    let read = try await state.stored(1)
    var newer = read
    newer.bcVersion = 7
    let page = [newer]
    #expect(try await state.page { $0.couplings = page }.refused.isEmpty)
    #expect(try await state.page { $0.couplings = [read] }.refused.count == 1)
    #expect(try await state.stored(1).bcVersion == 7)
  }

  @Test("a mark goes on only from where the run read it")
  func mark() async throws {
    let state = try state()
    func move(_ from: String?, _ to: String) async throws -> String? {
      try await state.move(
        MarkMove(from: from.map { ChangeMark($0) }, to: ChangeMark(to)), "CUSTOMER", .toSales)
      return try await state.mark("CUSTOMER", .toSales)?.text
    }
    #expect(try await move(nil, "5") == "5")
    #expect(try await move("5", "9") == "9")
    try await state.setMark(ChangeMark("2"), "CUSTOMER", .toSales)
    #expect(try await move("9", "12") == "2")
  }

  @Test("an entry that is another by now than the one that was read stays")
  func entry() async throws {
    let state = try state()
    try await state.page { $0.entries = [Samples.entry(.failed, 1)] }
    let read = try #require(try await state.entries(EntryQuery()).first)
    try await state.skip(
      Samples.customers, [Samples.entry(.skipped, 1, message: "its partner is gone", at: 9)])
    try await state.page { $0.settled = [SettledEntry(read.sourceID, read: read)] }
    #expect(try await state.entries(EntryQuery()).map(\.kind) == [.skipped])
  }

  @Test("a new target that may be on its way is forgotten with its coupling")
  func pendingCreation() async throws {
    let state = try state()
    let kept = Intent.Write(
      .creation, source: Samples.bc(1), target: Samples.sales(1), sourceRead: nil)
    try await state.page { $0.pending = [kept] }
    #expect(
      try await state.pendingWrites(Samples.customers) == [PendingWrite(.toSales, kept)])
    try await state.page { $0.created = [Samples.coupling(1)] }
    #expect(try await state.pendingWrites(Samples.customers).isEmpty)
  }

  @Test("a change that may be on its way is forgotten once its coupling knows another version")
  func pendingChange() async throws {
    let state = try state()
    var coupling = Samples.coupling(1)
    coupling.note(version(5), .sales)
    try await state.page { $0.created = [coupling] }
    let kept = Intent.Write(
      .update, source: Samples.bc(1), target: Samples.sales(1), sourceRead: nil,
      targetRead: VersionRead(version(5)), fields: "phone")
    try await state.page { $0.pending = [kept] }
    coupling = try #require(
      try await state.couplings(Samples.customers, .bc, ids: [Samples.bc(1)])[0])
    coupling.note(version(7), .bc)
    try await state.page { $0.couplings = [coupling] }
    #expect(
      try await state.pendingWrites(Samples.customers) == [PendingWrite(.toSales, kept)])
    coupling = try #require(
      try await state.couplings(Samples.customers, .bc, ids: [Samples.bc(1)])[0])
    coupling.note(version(6), .sales)
    try await state.page { $0.couplings = [coupling] }
    #expect(try await state.pendingWrites(Samples.customers).isEmpty)
  }

  private func version(_ number: Int64) -> RecordVersion {
    RecordVersion(
      number: number, modified: DateTimeValue(milliseconds: number), isOurs: true, lastOwn: number)
  }
}

import MapRuntime
import MapSync
import Testing

@testable import MapStoreSQLite

@Suite("What happened is kept for a time (B7)")
struct RetentionTests {
  let folder = try? StateFolder()

  /// Three jobs of one kind, a record each, which failed; the first two are older than 100 seconds.
  private func state() async throws -> SQLiteState {
    let state = try #require(folder).open()
    for (number, seconds) in [(1, 10), (2, 20), (3, 200)] {
      try await state.page(at: seconds) {
        $0.couplings = [Samples.coupling(number)]
        $0.entries = [Samples.entry(.failed, number, at: seconds)]
        $0.events = [
          HistoryEvent(
            at: Samples.moment(seconds), kind: .updated, mapping: "CUSTOMER",
            bcID: Samples.bc(number), message: "Name")
        ]
      }
    }
    return state
  }

  private func forgetAll(_ state: SQLiteState, limit: Int) async throws -> Int {
    var rounds = 0
    while try await state.forget(before: Samples.moment(100), limit: limit) == limit { rounds += 1 }
    return rounds
  }

  @Test("what is older goes, jobs with what they met", arguments: [1, 3, 500])
  func old(limit: Int) async throws {
    let state = try await state()
    _ = try await forgetAll(state, limit: limit)
    #expect(try await state.jobs(JobQuery()).map(\.id) == [3])
    #expect(try await state.entries(EntryQuery(job: 1)).isEmpty)
    #expect(try await state.entries(EntryQuery(job: 3)).count == 1)
    #expect(try await state.history(.bc, Samples.bc(1), limit: 9).isEmpty)
    #expect(
      try await state.history(.bc, Samples.bc(3), limit: 9).map(\.kind) == [.updated, .failed])
    // How records stand is no history.
    #expect(try await state.entries(EntryQuery()).count == 3)
    #expect(try await state.count(Samples.customers) == 3)
  }

  @Test("a part is never more than was said")
  func parts() async throws {
    let state = try await state()
    // Two jobs with an entry, an event and a failure each.
    #expect(try await state.forget(before: Samples.moment(100), limit: 3) == 3)
    #expect(try await state.forget(before: Samples.moment(100), limit: 500) == 5)
    #expect(try await state.forget(before: Samples.moment(100), limit: 500) == 0)
  }

  @Test("the last job of a kind stays, however old it is")
  func last() async throws {
    let state = try await state()
    _ = try await state.page(.toBC, at: 5) { $0.counters.unchanged = 1 }
    while try await state.forget(before: Samples.moment(10_000), limit: 500) > 0 {}
    #expect(try await state.jobs(JobQuery()).map(\.id) == [4, 3])
  }

  @Test("an old job that stays keeps no other one, however many came since")
  func staying() async throws {
    let state = try #require(folder).open()
    try await state.page(.toBC, at: 5) { $0.counters.unchanged = 1 }
    try await state.write { database in
      try database.change("UPDATE sqlite_sequence SET seq = 20000 WHERE name = 'jobs'")
    }
    for (number, seconds) in [(1, 10), (2, 20), (3, 200)] {
      try await state.page(at: seconds) { $0.couplings = [Samples.coupling(number)] }
    }
    _ = try await forgetAll(state, limit: 500)
    #expect(try await state.jobs(JobQuery()).map(\.id) == [20003, 1])
  }

  @Test("nobody at work waits for it: it takes no lease, and goes on under those of others")
  func leases() async throws {
    let state = try await state()
    let answer = try await state.take(
      Samples.customers, for: "a run", over: nil, at: Samples.moment(300))
    guard case .granted(let lease) = answer else {
      Issue.record("the lease was not given")
      return
    }
    _ = try await forgetAll(state, limit: 500)
    #expect(try await state.jobs(JobQuery()).map(\.id) == [3])
    #expect(try await state.renew(lease, at: Samples.moment(301)))
  }
}

import MapRuntime
import MapSync
import Testing

@testable import MapStoreSQLite

@Suite("How couplings of new records began (B7)")
struct OriginTests {
  let folder = try? StateFolder()

  private func state() throws -> SQLiteState { try #require(folder).open() }

  @Test("who was created says so, after what came before and before what came later")
  func order() async throws {
    let state = try state()
    try await state.page { $0.entries = [Samples.entry(.held, 1)] }
    let job = try await state.page {
      $0.created = [Samples.coupling(1), Samples.coupling(2)]
    }.job
    let change = HistoryEvent(
      at: Samples.moment(4), kind: .updated, mapping: "CUSTOMER", direction: .toSales,
      bcID: Samples.bc(1), salesID: Samples.sales(1), job: job, message: "name")
    try await state.page { $0.events = [change] }
    for side in [Side.bc, .sales] {
      let id = side == .bc ? Samples.bc(2) : Samples.sales(2)
      let only = try #require(try await state.history(side, id, limit: 9).first)
      #expect(only.kind == .created)
      #expect((only.bcID, only.salesID) == (Samples.bc(2), Samples.sales(2)))
      #expect((only.mapping, only.direction, only.job) == ("CUSTOMER", .toSales, job))
    }
    let kinds = try await state.history(.bc, Samples.bc(1), limit: 9).map(\.kind)
    #expect(kinds == [.updated, .created, .held])
    #expect(try await state.history(.bc, Samples.bc(1), limit: 1).map(\.kind) == [.updated])
  }

  @Test("a page of new records is one row, whatever they are; a later write keeps it")
  func oneRow() async throws {
    let state = try state()
    try await state.page { $0.created = (0..<1000).map(Samples.coupling) }
    try await state.page { $0.couplings = [Samples.coupling(7)] }
    let rows = try await state.read { database in
      try database.first("SELECT (SELECT count(*) FROM origins), (SELECT count(*) FROM events)") {
        ($0.count(0), $0.count(1))
      }
    }
    #expect(try #require(rows) == (1, 0))
    #expect(try await state.history(.bc, Samples.bc(7), limit: 9).map(\.kind) == [.created])
  }

  @Test("what a coupling began with stays when it goes")
  func uncoupled() async throws {
    let state = try state()
    let job = try await state.page { $0.created = [Samples.coupling(1), Samples.coupling(2)] }.job
    try await state.uncouple(
      Samples.customers, bcIDs: [Samples.bc(1)], releases: false, job: job, at: Samples.moment(9))
    let kinds = try await state.history(.sales, Samples.sales(1), limit: 9).map(\.kind)
    #expect(kinds == [.uncoupled, .created])
    // Created again, as a lost partner is.
    try await state.page {
      $0.removed = [Samples.coupling(2)]
      $0.created = [Samples.coupling(2)]
    }
    let again = try await state.history(.bc, Samples.bc(2), limit: 9).map(\.kind)
    #expect(again == [.created, .created])
  }

  @Test("what a coupling began with stands before what came later, also once it is gone")
  func begunFirst() async throws {
    let state = try state()
    let job = try await state.page { $0.created = [Samples.coupling(1)] }.job
    let change = HistoryEvent(
      at: Samples.moment(4), kind: .updated, mapping: "CUSTOMER", direction: .toSales,
      bcID: Samples.bc(1), salesID: Samples.sales(1), job: job, message: "name")
    try await state.page { $0.events = [change] }
    try await state.uncouple(
      Samples.customers, bcIDs: [Samples.bc(1)], releases: false, job: job, at: Samples.moment(9))
    let kinds = try await state.history(.bc, Samples.bc(1), limit: 9).map(\.kind)
    #expect(kinds == [.uncoupled, .updated, .created])
  }
}

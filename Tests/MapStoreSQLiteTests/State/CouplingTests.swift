import MapRuntime
import MapSync
import Testing

@testable import MapStoreSQLite

@Suite("Couplings in a state file")
struct CouplingTests {
  let folder = try? StateFolder()

  func state() throws -> SQLiteState { try #require(folder).open() }

  @Test("a coupling comes back as it went, by either id and by its key")
  func roundTrip() async throws {
    let state = try state()
    let coupling = Coupling(
      bcID: Samples.bc(1), salesID: Samples.sales(1), bcKey: "Bücher 💶 \0 x", bcVersion: .max,
      salesVersion: -1, bcModified: Samples.moment(5), salesModified: Samples.moment(-5),
      toSales: .failure, toBC: .success, isSkipped: true,
      agreed: AgreedFields(bytes: [1, 0, 255]))
    try await state.page { $0.couplings = [coupling, Samples.coupling(2)] }
    let pair = Samples.customers
    let byBC = try await state.couplings(pair, .bc, ids: [Samples.bc(9), Samples.bc(1)])
    #expect(byBC == [nil, coupling])
    let bySales = try await state.couplings(
      pair, .sales, ids: [Samples.sales(2), Samples.sales(1), Samples.bc(1)])
    #expect(bySales == [Samples.coupling(2), coupling, nil])
    let byKey = try await state.couplings(pair, keys: ["C2", "c2", "", coupling.bcKey, "C2"])
    #expect(byKey == [Samples.coupling(2), nil, nil, coupling, Samples.coupling(2)])
  }

  @Test("an empty key is a key, and absent versions stay absent")
  func emptyKey() async throws {
    let state = try state()
    let coupling = Coupling(bcID: Samples.bc(1), salesID: Guid(option: OptionValue(3)), bcKey: "")
    try await state.page { $0.couplings = [coupling] }
    #expect(try await state.couplings(Samples.customers, keys: [""]) == [coupling])
  }

  @Test("pairs share nothing")
  func pairs() async throws {
    let state = try state()
    try await state.page { $0.couplings = [Samples.coupling(1)] }
    var other = Samples.coupling(1)
    other.salesID = Samples.sales(9)
    let others = [other]
    let refused = try await state.page(pair: Samples.people) { $0.couplings = others }.refused
    #expect(refused.isEmpty)
    #expect(try await state.couplings(Samples.people, keys: ["C1"]) == [other])
    #expect(try await state.count(Samples.customers) == 1)
    #expect(try await state.count(TablePair(bc: "Item", sales: "product")) == 0)
    let coupled = try await state.coupled(
      [Samples.people, Samples.customers], .sales,
      ids: [Samples.sales(1), Samples.sales(9), Samples.sales(5)])
    #expect(coupled == [Samples.sales(1), Samples.sales(9)])
  }

  @Test("a changed coupling replaces the stored one, its key included")
  func update() async throws {
    let state = try state()
    try await state.page { $0.couplings = [Samples.coupling(1)] }
    var renamed = try await state.stored(1)
    renamed.bcKey = "NEW"
    renamed.bcVersion = 2
    let page = [renamed]
    try await state.page { $0.couplings = page }
    #expect(try await state.couplings(Samples.customers, keys: ["C1", "NEW"]) == [nil, renamed])
    #expect(try await state.count(Samples.customers) == 1)
  }

  @Test("a second partner is refused on either side, and the rest of the page is stored (F1)")
  func secondPartner() async throws {
    let state = try state()
    try await state.page { $0.couplings = [Samples.coupling(1)] }
    var sameBC = Samples.coupling(1)
    sameBC.salesID = Samples.sales(8)
    var sameSales = Samples.coupling(8)
    sameSales.salesID = Samples.sales(1)
    let page = [sameBC, Samples.coupling(2), sameSales]
    let refused = try await state.page { $0.couplings = page }.refused
    #expect(
      refused == [
        RefusedCoupling(sameBC, existing: Samples.coupling(1)),
        RefusedCoupling(sameSales, existing: Samples.coupling(1)),
      ])
    let all = try await state.couplings(Samples.customers, after: nil, limit: 10)
    #expect(all == [Samples.coupling(1), Samples.coupling(2)])
  }

  @Test("two records of one page with one partner: the first wins")
  func secondPartnerInPage() async throws {
    let state = try state()
    var late = Samples.coupling(2)
    late.salesID = Samples.sales(1)
    let page = [Samples.coupling(1), late]
    let refused = try await state.page { $0.couplings = page }.refused
    #expect(refused == [RefusedCoupling(late, existing: Samples.coupling(1))])
  }

  @Test("a removed coupling makes room for another in the same page (R D-3)")
  func newPartner() async throws {
    let state = try state()
    try await state.page { $0.couplings = [Samples.coupling(1)] }
    var moved = Samples.coupling(2)
    moved.salesID = Samples.sales(1)
    let page = [moved]
    let refused = try await state.page {
      $0.removed = [Samples.coupling(1)]
      $0.couplings = page
    }.refused
    #expect(refused.isEmpty)
    #expect(
      try await state.couplings(Samples.customers, .sales, ids: [Samples.sales(1)]) == [moved])
  }

  @Test("pages go through all couplings in the order of BC ids, each once")
  func pages() async throws {
    let state = try state()
    let all = (0..<25).map(Samples.coupling)
    try await state.page { $0.couplings = all.reversed() }
    var seen: [Coupling] = []
    while true {
      let page = try await state.couplings(
        Samples.customers, after: seen.last?.bcID, limit: 10)
      if page.isEmpty { break }
      seen += page
    }
    #expect(seen == all)
  }

  @Test("uncoupling takes couplings and entries of both sides, and counts them (F5)")
  func uncouple() async throws {
    let state = try state()
    try await state.page {
      $0.couplings = [Samples.coupling(1), Samples.coupling(2)]
      $0.entries = [Samples.entry(.failed, 1), Samples.entry(.failed, 2)]
    }
    try await state.page(.toBC) { $0.entries = [Samples.entry(.failed, 1, .toBC)] }
    let job = try await state.startJob(Samples.job())
    try await state.uncouple(
      Samples.customers, bcIDs: [Samples.bc(1), Samples.bc(7)], releases: false, job: job,
      at: Samples.moment(9))
    #expect(
      try await state.couplings(Samples.customers, after: nil, limit: 9) == [Samples.coupling(2)])
    #expect(try await state.entries(EntryQuery()).map(\.sourceID) == [Samples.bc(2)])
    #expect(try await state.counters(job)?.uncoupled == 1)
    let history = try await state.history(.sales, Samples.sales(1), limit: 1)
    #expect(history.map(\.kind) == [.uncoupled])
    #expect(history.first?.at == Samples.moment(9))
  }
}

import DefaultMappings
import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite("An account names its row of figures while others are at work on it (B6, R I-1)")
struct StoppedFiguresTests {
  /// A customer whose account has no row of figures yet, and was given another phone number.
  private func begin(_ world: QuoteWorld) async throws {
    _ = try await synchronize("CUSTOMER", world)
    let customer = try #require(try world.bc.find("Customer", company: world.company).first)
    _ = try world.bc.change(
      "Customer", customer, ["Phone No.": .text("555")], by: .person, company: world.company
    ).get()
  }

  @discardableResult
  private func synchronize(_ name: String, _ world: QuoteWorld) async throws -> [JobReport] {
    try await Synchronizer(world.integration).synchronize(world.mapping(name))
  }

  private func account(_ field: String, _ world: QuoteWorld) throws -> Value {
    let id = try #require(try world.sales.find("account").first)
    return try #require(try world.sales.record("account", id))[field] ?? .empty
  }

  @Test("what a run declared and never wrote does not count as written")
  func declared() async throws {
    let world = try await QuoteWorld()
    try await begin(world)
    world.stop.arm(.checkpoint(.afterIntent, turn: 1))
    await #expect(throws: StoreFailure.self) { try await synchronize("CUSTOMER", world) }
    world.stop.arm(nil)
    try await synchronize("ACCOUNT-STATISTICS", world)
    #expect(try account("nav_accountstatisticsid", world) != .empty)
    try await synchronize("CUSTOMER", world)
    #expect(try account("telephone1", world) == .text("555"))
  }

  @Test("where the customers are at work, the account names its row in the next run")
  func busy() async throws {
    let world = try await QuoteWorld()
    try await begin(world)
    let mapping = try world.mapping("CUSTOMER")
    try await world.integration.holding(mapping) { _ throws(StoreFailure) in
      do {
        let reports = try await synchronize("ACCOUNT-STATISTICS", world)
        #expect(reports.map(\.counters.inserted) == [1])
      } catch {
        Issue.record(error)
      }
    }
    #expect(try account("nav_accountstatisticsid", world) == .empty)
    try await synchronize("ACCOUNT-STATISTICS", world)
    #expect(try account("nav_accountstatisticsid", world) != .empty)
  }

  @Test(
    "where the write to the account breaks, it is tried again at once, and a person's change stays news",
    arguments: [false, true], [false, true])
  func broken(hasEffect: Bool, isEdited: Bool) async throws {
    let world = try await QuoteWorld()
    try await synchronize("CUSTOMER", world)
    if isEdited {
      _ = try world.sales.change(
        "account", world.account, ["websiteurl": .text("adatum.example")], by: .person
      ).get()
    }
    world.sales.faults.add(
      .broken(1, of: "account", hasEffect: hasEffect, message: "the connection broke"))
    let reports = try await synchronize("ACCOUNT-STATISTICS", world)
    #expect(reports.map(\.counters.inserted) == [1])
    #expect(reports.map(\.counters.failed) == [0])
    #expect(try account("nav_accountstatisticsid", world) != .empty)
    // The write is known as the coupling's own, or else the account would have changed for good.
    let pair = try world.mapping("CUSTOMER").pair
    let coupling =
      try await world.integration.state.couplings(
        pair, .sales, ids: [world.account]
      ).first ?? nil
    let stored = try await world.integration.sales.records(Sales.Account.self, ids: [world.account])
    #expect((coupling?.version(.sales) == stored.first?.version.number) == !isEdited)
    let later = try await synchronize("CUSTOMER", world)
    #expect(later.map(\.counters.modified).reduce(0, +) == (isEdited ? 1 : 0))
    let customer = try #require(try world.bc.find("Customer", company: world.company).first)
    #expect(
      try world.bc.record("Customer", customer, company: world.company)?["Home Page"]?.text
        == (isEdited ? "adatum.example" : nil))
  }

  @Test("an account that could not be written names its row in the next run")
  func failed() async throws {
    let world = try await QuoteWorld()
    try await begin(world)
    // More often than a write is tried.
    world.sales.faults.add(.broken(4, of: "account", message: "the connection broke"))
    let first = try await synchronize("ACCOUNT-STATISTICS", world)
    #expect(first.map(\.counters.failed) == [1])
    #expect(try world.sales.find("nav_accountstatistics").count == 1)
    #expect(try account("nav_accountstatisticsid", world) == .empty)

    let second = try await synchronize("ACCOUNT-STATISTICS", world)
    #expect(second.map(\.counters.failed) == [0])
    #expect(try world.sales.find("nav_accountstatistics").count == 1)
    #expect(try account("nav_accountstatisticsid", world) != .empty)
  }

  @Test("a customer that is uncoupled takes its row along, but not while others work on rows")
  func uncoupled() async throws {
    let world = try await QuoteWorld()
    try await begin(world)
    try await synchronize("ACCOUNT-STATISTICS", world)
    let customer = try #require(try world.bc.find("Customer", company: world.company).first)
    let (customers, figures) = (
      try world.mapping("CUSTOMER"), try world.mapping("ACCOUNT-STATISTICS")
    )
    try await world.integration.holding(figures) { _ throws(StoreFailure) in
      _ = await #expect(throws: StoreFailure.self) {
        try await Coupler(world.integration).uncouple(customers, bcIDs: [customer])
      }
    }
    #expect(try world.sales.find("nav_accountstatistics").count == 1)
    #expect(try account("nav_accountstatisticsid", world) != .empty)
    #expect(try await world.integration.state.count(customers.pair) == 1)

    _ = try await Coupler(world.integration).uncouple(customers, bcIDs: [customer])
    #expect(try world.sales.find("nav_accountstatistics").isEmpty)
    #expect(try account("nav_accountstatisticsid", world) == .empty)
    #expect(try await world.integration.state.count(figures.pair) == 0)
  }
}

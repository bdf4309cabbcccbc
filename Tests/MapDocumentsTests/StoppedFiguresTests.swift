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
}

import EmbeddedSystems
import MapRuntime
import MapStoreSQLite
import MapSync
import Testing

@Suite("Who owns new Sales records (R M-8, M-9)")
struct OwnerTests {
  private func account(
    _ features: Set<String>
  ) async throws -> (owner: Value?, team: Guid) {
    let workshop = try Workshop(features)
    let team = try workshop.sales.create(
      "team",
      [
        "name": .text("CRONUS team"), "teamtype": .option(OptionValue(0)),
        "isdefault": .boolean(true),
        "businessunitid": .lookup(Lookup(table: "businessunit", id: workshop.company.id)),
      ], by: .system
    ).get()
    let old = workshop.integration
    let integration = Integration(
      mappings: old.mappings, bc: old.bc, sales: old.sales, state: old.state,
      company: old.company, tables: old.tables, settings: old.settings,
      localCurrency: old.localCurrency, owner: Lookup(table: "team", id: team), clock: old.clock)
    let customer = try workshop.add(
      "Customer", ["No.": .text("10000"), "Name": .text("Adatum")])
    let mapping = try #require(integration.mapping("CUSTOMER"))
    let report = try await Synchronizer(integration).run(
      mapping, .toSales, .create, ids: [customer])
    #expect(report.counters.inserted == 1)
    return (try workshop.find("account").first?["ownerid"], team)
  }

  @Test(
    "the company's team, where teams own and where no salesperson does",
    arguments: ["team-ownership", "person-ownership"])
  func team(ownership: String) async throws {
    let (owner, team) = try await account(
      ["unit-groups", "price-lists", "one-way-orders", ownership])
    #expect(owner == .lookup(Lookup(table: "team", id: team)))
  }
}

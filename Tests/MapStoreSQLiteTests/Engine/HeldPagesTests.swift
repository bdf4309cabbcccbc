import DefaultMappings
import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite("What is held at a time does not grow with the table")
struct HeldPagesTests {
  /// Customers and accounts of the same names, on stores whose pages are 3 records.
  private func run(
    customers: Int, accounts: Int, unmatched: UnmatchedPolicy
  ) async throws -> (reports: [JobReport], coupled: Int) {
    let workshop = try Workshop { policy in
      guard policy.name == "CUSTOMER" else { return }
      policy.match?.unmatched = unmatched
      policy.match?.then = .synchronize
      policy.conflict.update = .bcWins
    }
    for number in 0..<customers {
      try workshop.add(
        "Customer",
        ["Name": .text("Customer \(number)"), "Post Code": .text("\(1000 + number)")])
    }
    for number in 0..<accounts {
      _ = try workshop.sales.create(
        "account",
        [
          "name": .text("Customer \(number)"), "address1_postalcode": .text("\(1000 + number)"),
          "customertypecode": .option(OptionValue(3)),
        ], by: .person
      ).get()
    }
    let old = workshop.integration
    let integration = Integration(
      mappings: old.mappings, bc: SmallPages(store: old.bc, batchSize: 3),
      sales: SmallPages(store: old.sales, batchSize: 3), state: old.state, company: old.company,
      tables: old.tables, settings: old.settings, localCurrency: old.localCurrency,
      clock: old.clock)
    let mapping = try #require(integration.mapping("CUSTOMER"))
    let reports = try await MatchCoupling(integration).run(mapping)
    return (reports, try await integration.state.count(mapping.pair))
  }

  @Test("a match moves data in parts, each record once")
  func move() async throws {
    let (reports, coupled) = try await run(customers: 40, accounts: 40, unmatched: .report)
    #expect(coupled == 40)
    #expect(reports.first?.counters.coupled == 40)
    let moved = reports.dropFirst().map(\.counters.modified)
    #expect(moved == [30, 10])
  }

  @Test("and creates in parts what found no partner, after everything was matched")
  func create() async throws {
    let (reports, coupled) = try await run(customers: 40, accounts: 3, unmatched: .create)
    #expect(coupled == 40)
    #expect(reports.first?.counters.coupled == 3)
    // A part ends with the page that fills it.
    let inserted = reports.dropFirst().dropLast().map(\.counters.inserted)
    #expect(inserted.count == 2)
    #expect(inserted.reduce(0, +) == 37)
    #expect(inserted.allSatisfy { $0 < 33 })
    #expect(reports.last?.counters.modified == 3)
  }

  @Test("lost partners are told a page at a time")
  func lost() async throws {
    let workshop = try Workshop()
    let mapping = try #require(workshop.integration.mapping("CUSTOMER"))
    let ids = (0..<1100).map { _ in workshop.sales.newID() }
    for batch in [ids[..<1000], ids[1000...]] {
      let results = try await workshop.integration.sales.create(
        batch.map { id in
          var account = Sales.Account.blank
          account.name = "Adatum"
          return NewRecord(id: id, record: account, columns: Sales.Account.table.creatable)
        })
      #expect(results.allSatisfy { if case .written = $0 { true } else { false } })
    }
    var outcome = PageOutcome(
      job: 0, mapping: mapping.name, pair: mapping.pair, direction: .toSales,
      at: workshop.integration.clock())
    outcome.couplings = ids.map {
      Coupling(bcID: workshop.bc.newID(), salesID: $0, bcKey: $0.description)
    }
    #expect(try await workshop.integration.state.record(outcome).refused.isEmpty)
    var told: [Int] = []
    let ended = try await LostPartners(workshop.integration).find(mapping) { told.append($1.count) }
    #expect(ended.isEmpty, "the accounts are there")
    #expect(told == [1000, 100])
  }
}

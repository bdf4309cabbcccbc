import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

/// The default price list is what a rule writes beside a product: list, line, the line's currency.
@Suite("What rules write beside a record, when it fails (R C-42, D-17)")
struct RuleRetryTests {
  /// More often than a write is tried.
  private static let forGood = 4
  private static let message = "the connection broke"

  private func workshop() async throws -> Workshop {
    let workshop = try Workshop()
    try workshop.item("1000", price: 40)
    try await workshop.run("UNIT GROUP", "ITEM UOM")
    return workshop
  }

  /// One list, with so many lines, all of them complete.
  private func expectLine(_ workshop: Workshop, count: Int = 1) throws {
    let lists = try workshop.find("pricelevel")
    let lines = try workshop.find("productpricelevel")
    #expect(lists.count == 1)
    #expect(lines.count == count)
    for line in lines {
      #expect(line["amount"] == .decimal(DecimalValue(40)))
      #expect(
        line["transactioncurrencyid"]
          == .lookup(Lookup(table: "transactioncurrency", id: workshop.localCurrency)))
    }
  }

  private func synchronize(_ workshop: Workshop) async throws -> JobCounters {
    let mapping = try #require(workshop.integration.mapping("ITEM-PRODUCT"))
    return try await Synchronizer(workshop.integration).synchronize(mapping)
      .reduce(into: JobCounters()) { $0 += $1.counters }
  }

  @Test(
    "a write that broke once is tried again at once, whether it had its effect or not",
    arguments: ["pricelevel", "productpricelevel"], [false, true])
  func once(table: String, hasEffect: Bool) async throws {
    let workshop = try await workshop()
    workshop.sales.faults.add(
      .broken(1, of: table, hasEffect: hasEffect, message: Self.message))
    #expect(try await workshop.run("ITEM-PRODUCT").failed == 0)
    try expectLine(workshop)
  }

  @Test(
    "a line that could not be made fails its product, and the next run makes it",
    arguments: [false, true])
  func line(ofFull: Bool) async throws {
    let workshop = try await workshop()
    workshop.sales.faults.add(
      .broken(Self.forGood, of: "productpricelevel", message: Self.message))
    #expect(try await workshop.run("ITEM-PRODUCT").failed == 1)
    #expect(
      try await workshop.failures("ITEM-PRODUCT") == [
        "its line in the default price list: the connection broke"
      ])
    if ofFull {
      try await full(workshop)
    } else {
      #expect(try await synchronize(workshop).failed == 0)
    }
    #expect(try await workshop.failures("ITEM-PRODUCT").isEmpty)
    try expectLine(workshop, count: ofFull ? 2 : 1)
  }

  /// Both sides hold products, so that a full synchronization matches them.
  private func full(_ workshop: Workshop) async throws {
    let second = try workshop.item("2000", price: 40)
    try await workshop.run("UNIT GROUP", "ITEM UOM")
    let mapping = try #require(workshop.integration.mapping("ITEM-PRODUCT"))
    _ = try await Synchronizer(workshop.integration).run(
      mapping, .toSales, .create, ids: [second])
    let lines = try await FullReview(workshop.integration).lines()
      .filter { $0.mapping == "ITEM-PRODUCT" }
    #expect(lines.map(\.recommendation) == [.couple])
    let full = FullSynchronization(workshop.integration)
    _ = try await full.go(try await full.start(lines))
  }

  @Test("a line without its currency fails its product, and the next run writes it")
  func currency() async throws {
    let workshop = try await workshop()
    // The line itself breaks after its effect; what follows is its second write.
    workshop.sales.faults.add(
      .broken(1, of: "productpricelevel", hasEffect: true, message: Self.message))
    workshop.sales.faults.add(
      .broken(Self.forGood, of: "productpricelevel", message: Self.message))
    #expect(try await workshop.run("ITEM-PRODUCT").failed == 1)
    #expect(try workshop.find("productpricelevel").count == 1)
    #expect(try await synchronize(workshop).failed == 0)
    try expectLine(workshop)
  }

  @Test("without its list a product waits for the next run, which makes one list")
  func list() async throws {
    let workshop = try await workshop()
    workshop.sales.faults.add(.broken(Self.forGood, of: "pricelevel", message: Self.message))
    #expect(try await workshop.run("ITEM-PRODUCT").failed == 1)
    #expect(try workshop.find("product").isEmpty)
    #expect(try await workshop.run("ITEM-PRODUCT").inserted == 1)
    try expectLine(workshop)
  }

  @Test("mappings that run side by side make one list")
  func together() async throws {
    let workshop = try await workshop()
    for number in 0..<8 { try workshop.item("2\(number)") }
    try await workshop.run("UNIT GROUP", "ITEM UOM")
    let mapping = try #require(workshop.integration.mapping("ITEM-PRODUCT"))
    // Eight wait for one another, on a machine that may be busy.
    var integration = workshop.integration
    integration.patience = .seconds(300)
    let patient = integration
    try await withThrowingTaskGroup(of: Void.self) { group in
      for id in try workshop.bc.find("Item", company: workshop.company) {
        group.addTask {
          _ = try await Synchronizer(patient).run(mapping, .toSales, .create, ids: [id])
        }
      }
      try await group.waitForAll()
    }
    #expect(try workshop.find("pricelevel").count == 1)
    #expect(try workshop.find("productpricelevel").count == 9)
  }
}

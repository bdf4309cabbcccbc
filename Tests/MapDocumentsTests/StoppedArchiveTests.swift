import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite("An order archives the quote that it came from while others are at work on it (B6, R E-19)")
struct StoppedArchiveTests {
  /// A quote that is in BC, a newer version of it, and a submitted order that names the older one.
  private struct Begun {
    let first: Guid
    let second: Guid
    let order: Guid
    let document: Guid

    init(_ world: QuoteWorld) async throws {
      first = try world.quote()
      try await world.synchronize()
      document = try #require(try await world.document(of: first))
      order = try world.order(of: first)
      second = try world.revise(first)
    }
  }

  @Test("a new version that was declared and never written does not count as written")
  func declared() async throws {
    let calm = try await QuoteWorld()
    _ = try await Begun(calm)
    calm.stop.arm(nil)
    try await calm.synchronize()
    let writes = calm.stop.writes
    #expect(writes > 0)

    var moments: [StopSwitch.Moment] = []
    for write in 1...writes { moments += [.before(write: write), .after(write: write)] }
    for checkpoint in Checkpoint.allCases { moments.append(.checkpoint(checkpoint, turn: 1)) }
    for moment in moments {
      let world = try await QuoteWorld()
      let begun = try await Begun(world)
      world.stop.arm(moment)
      // It may have been over before that moment came.
      _ = try? await world.synchronize()
      world.stop.arm(nil)
      _ = try await Synchronizer(world.integration).run(
        world.mapping("ORDER"), .toBC, .create, ids: [begun.order])
      for _ in 0..<2 { try await world.synchronize("QUOTE", "ORDER") }
      #expect(try world.quantities(begun.document) == [2, 5], "stopped \(moment)")
      #expect(try await world.document(of: begun.second) == begun.document, "stopped \(moment)")
      #expect(try await world.document(of: begun.first) == nil, "stopped \(moment)")
      #expect(try world.counts().prefix(2) == [1, 1], "stopped \(moment)")
      #expect(try await world.entries().isEmpty, "stopped \(moment)")
      #expect(try await world.integration.state.openIntents().isEmpty, "stopped \(moment)")
    }
  }

  @Test("where the quotes are at work, the order is there, and archives its quote in the next run")
  func busy() async throws {
    let world = try await QuoteWorld()
    let quote = try world.quote()
    try await world.synchronize()
    let order = try world.order(of: quote)
    try await world.integration.holding(world.mapping("QUOTE")) { _ throws(StoreFailure) in
      do {
        let report = try await Synchronizer(world.integration).run(
          world.mapping("ORDER"), .toBC, .create, ids: [order])
        #expect(report.counters.inserted == 1)
      } catch {
        Issue.record(error)
      }
    }
    #expect(try world.counts() == [1, 1, 0])
    #expect(try await world.entries().map(\.kind) == [.interrupted])
    try await world.synchronize("ORDER")
    #expect(try world.counts() == [1, 1, 1])
    let document = try await world.document(of: order, "ORDER")
    let number = try world.header(try await world.document(of: quote))["No."]
    #expect(try world.header(document)["Quote No."] == number)
    #expect(try await world.entries().isEmpty)
  }
}

extension QuoteWorld {
  /// A submitted order that names a quote, made by hand.
  fileprivate func order(of quote: Guid) throws -> Guid {
    let order = try sales.create(
      "salesorder",
      [
        "ordernumber": .text("ORD-1"), "name": .text("Chairs for the hall"),
        "customerid": .lookup(Lookup(table: "account", id: account)),
        "quoteid": .lookup(Lookup(table: "quote", id: quote)),
        "transactioncurrencyid": .lookup(Lookup(table: "transactioncurrency", id: currency)),
        "bcbi_companyid": .lookup(Lookup(table: "bcbi_company", id: company.id)),
      ], by: .system
    ).get()
    _ = try sales.create(
      "salesorderdetail",
      [
        "salesorderid": .lookup(Lookup(table: "salesorder", id: order)),
        "productid": .lookup(Lookup(table: "product", id: product)),
        "uomid": .lookup(Lookup(table: "uom", id: unit)), "quantity": .decimal(2),
        "priceperunit": .decimal(40), "ispriceoverridden": .boolean(true),
      ], by: .person
    ).get()
    try sales.submitOrder(order).get()
    return order
  }
}

import MapRuntime
import MapSync
import Testing

@Suite("A won quote is ordered, or released (F25; R G-5 to G-9)")
struct WonQuoteTests {
  private static let open = Value.option(OptionValue(0))
  private static let released = Value.option(OptionValue(1))

  /// The one order in BC.
  private func order(_ world: QuoteWorld) throws -> [String: Value] {
    let orders = try world.records("Sales Header", QuoteWorld.isOrder)
    #expect(orders.count == 1)
    return try #require(orders.first)
  }

  @Test(
    "an order that was submitted before is made now, gets the quote's number, and the quote is archived once",
    arguments: [false, true])
  func submitted(isUnseen: Bool) async throws {
    let world = try await QuoteWorld()
    let quote = try world.quote()
    if !isUnseen { try await world.synchronize() }
    try world.win(quote, submitting: true)
    for _ in 0..<3 { try await world.synchronize() }
    let document = try await world.document(of: quote)
    #expect(try order(world)["Quote No."] == world.header(document)["No."])
    #expect(try world.counts() == [1, 1, 1])
    #expect(try world.header(document)["Status"] == Self.open)
    #expect(try await world.entries().isEmpty)
    let story = try await world.integration.state.history(.sales, quote, limit: 20).map(\.message)
    #expect(story.filter { $0.hasPrefix("is won") } == ["is won: ordered, archived"])
  }

  @Test("one that is not submitted releases the quote, and has it archived when it is submitted")
  func submittedLater() async throws {
    let world = try await QuoteWorld(["auto-create-sales-orders": .boolean(true)])
    let quote = try world.quote()
    try await world.synchronize()
    let order = try world.win(quote, submitting: false)
    try await world.synchronize("QUOTE", "ORDER")
    let document = try await world.document(of: quote)
    #expect(try world.header(document)["Status"] == Self.released)
    #expect(try world.counts() == [1, 0, 0])
    try world.sales.submitOrder(order).get()
    for _ in 0..<2 { try await world.synchronize("QUOTE", "ORDER") }
    #expect(try self.order(world)["Quote No."] == world.header(document)["No."])
    #expect(try world.counts() == [1, 1, 1])
    #expect(try await world.entries().isEmpty)
  }

  @Test("an order that is in BC already gets the number of a quote that was never seen")
  func alreadyThere() async throws {
    let world = try await QuoteWorld()
    let quote = try world.quote()
    let order = try world.win(quote, submitting: true)
    _ = try await Synchronizer(world.integration).run(
      world.mapping("ORDER"), .toBC, .create, ids: [order])
    #expect(try world.counts() == [0, 1, 0])
    for _ in 0..<2 { try await world.synchronize() }
    let document = try await world.document(of: quote)
    #expect(try self.order(world)["Quote No."] == world.header(document)["No."])
    #expect(try world.counts() == [1, 1, 1])
  }

  @Test("without an order in Sales it is an error, until there is one")
  func missing() async throws {
    let world = try await QuoteWorld()
    let quote = try world.quote()
    try world.sales.winQuote(quote).get()
    #expect(try await world.synchronize().failed == 1)
    #expect(try await world.entries().map(\.kind) == [.failed])
    #expect(try await world.listed().map(\.standing) == [.failed])
    #expect(try world.counts() == [1, 0, 0])
    try world.win(quote, submitting: true)
    #expect(try await world.listed().map(\.standing) == [.ready])
    for _ in 0..<2 { try await world.synchronize() }
    #expect(try world.counts() == [1, 1, 1])
    #expect(try await world.entries().isEmpty)
  }

  @Test("it is settled once: what people do with the BC quote afterwards stays (R G-6)")
  func once() async throws {
    let world = try await QuoteWorld()
    let quote = try world.quote()
    try world.win(quote, submitting: false)
    try await world.synchronize()
    let document = try #require(try await world.document(of: quote))
    #expect(try world.header(document)["Status"] == Self.released)
    try world.bc.act(company: world.company) { try $0.reopen(document) }.get()
    try await world.synchronize()
    try await world.process(quote)
    #expect(try world.header(document)["Status"] == Self.open)
  }

  @Test("an order that BC refuses says why by itself, and the quote follows once it is there")
  func refusedOrder() async throws {
    let world = try await QuoteWorld()
    let quote = try world.quote()
    try await world.synchronize()
    let order = try world.win(quote, submitting: true)
    try world.block(true)
    #expect(try await world.synchronize().failed == 0)
    let entries = try await world.entries()
    #expect(Set(entries.map(\.mapping)) == ["QUOTE", "ORDER"])
    #expect(entries.first { $0.mapping == "ORDER" }?.kind == .failed)
    #expect(entries.first { $0.mapping == "QUOTE" }?.missing?.id == order)
    #expect(try await world.listed().map(\.standing) == [.waiting])
    #expect(try world.counts() == [1, 0, 0])
    try world.block(false)
    #expect(try await world.listed().map(\.standing) == [.ready])
    try await world.synchronize("ORDER", "QUOTE")
    #expect(try world.counts() == [1, 1, 1])
    #expect(try await world.entries().isEmpty)
  }

  @Test("by command, and only then where quotes do not go by themselves (F23)")
  func commanded() async throws {
    let world = try await QuoteWorld(["auto-process-quotes": .boolean(false)])
    let quote = try world.quote()
    try await world.process(quote)
    try world.win(quote, submitting: true)
    try await world.synchronize()
    #expect(try world.counts() == [1, 0, 0])
    #expect(try await world.listed().map(\.standing) == [.ready])
    #expect(try await world.process(quote).modified == 1)
    #expect(try world.counts() == [1, 1, 1])
    #expect(try await world.listed().isEmpty)
  }

  @Test("a new version that is won before it was seen takes its place first (R G-5)")
  func wonVersion() async throws {
    let world = try await QuoteWorld()
    let first = try world.quote()
    try await world.synchronize()
    let document = try #require(try await world.document(of: first))
    let second = try world.revise(first)
    try world.win(second, submitting: true)
    for _ in 0..<2 { try await world.synchronize() }
    #expect(try await world.document(of: second) == document)
    #expect(try world.quantities(document) == [2, 5])
    #expect(try order(world)["Quote No."] == world.header(document)["No."])
    // The first version, and the one that was ordered.
    #expect(try world.counts() == [1, 1, 2])
  }
}

import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite("Sales is told how an order ended, however often that is refused (R F-3, E-37)")
struct ToldEndTests {
  @Test("a write that breaks on the way is tried again at once", arguments: [false, true])
  func broken(hasEffect: Bool) async throws {
    let world = try await QuoteWorld()
    let order = try world.win(try world.quote(), submitting: true)
    let mapping = try world.mapping("ORDER")
    _ = try await Synchronizer(world.integration).run(mapping, .toBC, .create, ids: [order])
    let document = try #require(try await world.document(of: order, "ORDER"))
    try await world.synchronize("SALESORDER-ORDER")
    _ = try world.bc.delete("Sales Header", document, company: world.company).get()
    world.sales.faults.add(
      .broken(1, of: "salesorder", hasEffect: hasEffect, message: "the connection broke"))
    let told = try await world.synchronize("SALESORDER-ORDER")
    #expect(told.modified == 1 && told.failed == 0)
    #expect(
      try world.sales.record("salesorder", order)?["statecode"]?.option == OptionValue(0))
  }

  @Test(
    "an end that Sales refuses to hear is told by the next run, and counted by the one that tells")
  func refused() async throws {
    let world = try await QuoteWorld()
    let order = try world.win(try world.quote(), submitting: true)
    let mapping = try world.mapping("ORDER")
    _ = try await Synchronizer(world.integration).run(mapping, .toBC, .create, ids: [order])
    let document = try #require(try await world.document(of: order, "ORDER"))
    try await world.synchronize("SALESORDER-ORDER")
    _ = try world.bc.delete("Sales Header", document, company: world.company).get()
    world.sales.faults.add(.next(1, of: "salesorder", message: "is locked by a plug-in"))

    let first = try await world.synchronize("SALESORDER-ORDER")
    #expect(first.failed == 1 && first.uncoupled == 0)
    #expect(try await world.document(of: order, "ORDER") == document)
    let second = try await world.synchronize("SALESORDER-ORDER")
    #expect(second.modified == 1 && second.uncoupled == 1)
    #expect(try await world.document(of: order, "ORDER") == nil)
    #expect(
      try world.sales.record("salesorder", order)?["statecode"]?.option == OptionValue(0))
    #expect(
      try await world.integration.state.entries(
        EntryQuery(mapping: "SALESORDER-ORDER", limit: 10)
      ).isEmpty)
  }
}

import MapRuntime
import MapSync
import Testing

@Suite("A preview of an order of both sides says what becomes of its lines (F3, F22)")
struct ForeseenLinesTests {
  @Test("lines of orders that were coupled by hand are found together, as by the run itself")
  func coupledByHand() async throws {
    let world = try await QuoteWorld(orders: "both-way-orders")
    let (bc, sales) = (try world.bcOrder(), try world.salesOrder())
    let mapping = try world.mapping("SALESORDER-ORDER")
    #expect(
      try await Coupler(world.integration).couple(mapping, bc: bc, sales: sales) == .coupled)
    let told = try await Preview(world.integration).records(mapping, .toSales, .now, ids: [bc])
    #expect(told.map(\.fate) == [.update])
    #expect(told.map(\.message) == ["its lines: 2 changed"])
    let lines = try world.mapping("SOLINE-ORDERDETAIL")
    let ids = try world.bc.find("Sales Line", company: world.company)
    let couplings = try await world.integration.state.couplings(lines.pair, .bc, ids: ids)
    #expect(couplings == [nil, nil], "who only looks couples nothing")
    _ = try await Synchronizer(world.integration).run(mapping, .toSales, .now, ids: [bc])
    #expect(try world.sales.find("salesorderdetail").count == 2)
  }
}

import EmbeddedSystems
import MapRuntime
import MapSync
import Testing

@Suite(
  "Wherever a process ends, an order of both sides is there once on each, whole and alike (B6, F22)"
)
struct StoppedOrderTests {
  enum Story: String, CaseIterable, Sendable {
    case fromSales, fromBC, changedInSales, changedInBC, shippedInPart, shipped, invoiced, deleted

    /// The order that a command takes to the other side before the others run; nil where a run by
    /// itself is what ends.
    func begin(_ world: QuoteWorld) async throws -> Command? {
      try world.archiveOrders()
      if self == .fromBC { return Command(.toSales, try world.bcOrder()) }
      let order = try world.salesOrder()
      let command = Command(.toBC, order)
      if self == .fromSales { return command }
      try await world.take(command)
      try await world.synchronize("SALESORDER-ORDER")
      let document = try #require(try await world.document(of: order, "SALESORDER-ORDER"))
      switch self {
      case .fromSales, .fromBC: break
      case .changedInSales: try world.changeInSales(order)
      case .changedInBC: try world.changeInBC(document)
      case .shippedInPart: try world.ship(document, [10000: 1, 20000: 0])
      case .shipped: try world.ship(document, [:])
      case .invoiced:
        try world.bc.act(company: world.company) {
          _ = try $0.post(document, ship: true, invoice: true)
        }.get()
      case .deleted:
        _ = try world.bc.delete("Sales Header", document, company: world.company).get()
      }
      return nil
    }
  }

  struct Command: Sendable {
    let direction: Direction
    let order: Guid

    init(_ direction: Direction, _ order: Guid) {
      self.direction = direction
      self.order = order
    }
  }

  /// All that counts in the end.
  private struct End: Equatable {
    var bc: [String] = []
    var sales: [String] = []
    var headers = 0
    var lines = 0
    var prices: [String] = []
    var entries: [String] = []
    var intents = 0
  }

  /// What a process does that begins anew.
  private func process(_ world: QuoteWorld, _ command: Command?) async throws {
    if let command { try await world.take(command) }
    try await world.synchronize("SALESORDER-ORDER")
  }

  private func end(_ world: QuoteWorld, _ command: Command?) async throws -> End {
    for _ in 0..<2 { try await process(world, command) }
    for _ in 0..<2 { try await world.synchronize("SALESORDER-ORDER") }
    let state = world.integration.state
    var end = End()
    end.bc = try world.shownInBC()
    end.sales = try world.shownInSales()
    func coupled(_ name: String, _ table: String) async throws -> Int {
      try await state.couplings(
        world.mapping(name).pair, .sales, ids: world.sales.find(table)
      ).compactMap { $0 }.count
    }
    end.headers = try await coupled("SALESORDER-ORDER", "salesorder")
    end.lines = try await coupled("SOLINE-ORDERDETAIL", "salesorderdetail")
    end.prices = try world.shownPrices()
    end.entries = try await state.entries(EntryQuery(limit: 100))
      .filter { ["SALESORDER-ORDER", "SOLINE-ORDERDETAIL"].contains($0.mapping) }.map(\.message)
    end.intents = try await state.openIntents().count
    return end
  }

  @Test("before and after every write, and at every named moment", arguments: Story.allCases)
  func stopped(story: Story) async throws {
    let calm = try await QuoteWorld(orders: "both-way-orders")
    let command = try await story.begin(calm)
    calm.stop.arm(nil)
    try await process(calm, command)
    let writes = calm.stop.writes
    #expect(writes > 0)
    let expected = try await end(calm, command)
    #expect(expected.bc == Self.bc[story], "\(story)")
    #expect(expected.sales == Self.sales[story], "\(story)")
    #expect(expected.entries == [])
    #expect(expected.intents == 0)
    let isThere = ![.invoiced, .deleted].contains(story)
    #expect(expected.headers == (isThere ? 1 : 0))
    #expect(expected.lines == (isThere ? 2 : 0))
    // The order's own list, with the price of its first line (R F-9).
    #expect(expected.prices == ["Price List of S-00001: 40"])

    var moments: [StopSwitch.Moment] = []
    for write in 1...writes { moments += [.before(write: write), .after(write: write)] }
    for checkpoint in Checkpoint.allCases {
      for turn in 1...2 { moments.append(.checkpoint(checkpoint, turn: turn)) }
    }
    for moment in moments {
      let world = try await QuoteWorld(orders: "both-way-orders")
      let command = try await story.begin(world)
      world.stop.arm(moment)
      // It may have been over before that moment came.
      _ = try? await process(world, command)
      world.stop.arm(nil)
      let end = try await end(world, command)
      #expect(end == expected, "\(story), stopped \(moment)")
    }
  }

  private static let bc: [Story: [String]] = [
    .fromSales: ["1: 2 at 40, 4 at 10"], .fromBC: ["1: 2 at 40, 4 at 10"],
    .changedInSales: ["1: 3 at 40, 7 at 9"], .changedInBC: ["1: 5 at 40, 6 at 10"],
    .shippedInPart: ["1: 2 at 40, 4 at 10"], .shipped: ["1: 2 at 40, 4 at 10"],
    .invoiced: [], .deleted: [],
  ]

  private static let sales: [Story: [String]] = [
    .fromSales: ["1: 2 at 40, 0 shipped; 4 at 10, 0 shipped"],
    .fromBC: ["1: 2 at 40, 0 shipped; 4 at 10, 0 shipped"],
    .changedInSales: ["1: 3 at 40, 0 shipped; 7 at 9, 0 shipped"],
    .changedInBC: ["1: 5 at 40, 0 shipped; 6 at 10, 0 shipped"],
    .shippedInPart: ["1: 2 at 40, 1 shipped; 4 at 10, 0 shipped"],
    .shipped: ["3: 2 at 40, 2 shipped; 4 at 10, 4 shipped"],
    .invoiced: ["4: 2 at 40, 2 shipped; 4 at 10, 4 shipped"],
    .deleted: ["1: 2 at 40, 0 shipped; 4 at 10, 0 shipped"],
  ]
}

/// What people do with orders of both sides.
extension QuoteWorld {
  fileprivate func take(_ command: StoppedOrderTests.Command) async throws {
    _ = try await Synchronizer(integration).run(
      mapping("SALESORDER-ORDER"), command.direction, .create, ids: [command.order])
  }

  /// BC keeps what orders came to (R F-4).
  fileprivate func archiveOrders() throws {
    let setup = try #require(try bc.find("Sales & Receivables Setup", company: company).first)
    _ = try bc.change(
      "Sales & Receivables Setup", setup, ["Archive Orders": .boolean(true)], by: .person,
      company: company
    ).get()
  }

  func salesOrder() throws -> Guid {
    let order = try sales.create(
      "salesorder",
      [
        "ordernumber": .text("ORD-1"), "name": .text("Chairs for the hall"),
        "customerid": .lookup(Lookup(table: "account", id: account)),
        "transactioncurrencyid": .lookup(Lookup(table: "transactioncurrency", id: currency)),
      ], by: .person
    ).get()
    try salesLine(of: order, 2, at: 40)
    try salesLine(of: order, 4, at: 10)
    try sales.submitOrder(order).get()
    return order
  }

  private func salesLine(of order: Guid, _ chairs: DecimalValue, at price: DecimalValue) throws {
    _ = try sales.create(
      "salesorderdetail",
      [
        "salesorderid": .lookup(Lookup(table: "salesorder", id: order)),
        "productid": .lookup(Lookup(table: "product", id: product)),
        "uomid": .lookup(Lookup(table: "uom", id: unit)), "quantity": .decimal(chairs),
        "priceperunit": .decimal(price), "ispriceoverridden": .boolean(true),
      ], by: .person
    ).get()
  }

  /// One line gets another quantity, one goes, and one comes.
  fileprivate func changeInSales(_ order: Guid) throws {
    func set(_ table: String, _ id: Guid, _ fields: [String: Value]) throws {
      _ = try sales.change(table, id, fields, by: .person).get()
    }
    try set("salesorder", order, ["statecode": .option(OptionValue(0))])
    let lines = try sales.find("salesorderdetail")
    for line in lines {
      if try sales.record("salesorderdetail", line)?["quantity"] == .decimal(2) {
        try set("salesorderdetail", line, ["quantity": .decimal(3)])
      } else {
        _ = try sales.delete("salesorderdetail", line).get()
      }
    }
    try salesLine(of: order, 7, at: 9)
    try sales.submitOrder(order).get()
  }

  /// A released order of two lines.
  func bcOrder() throws -> Guid {
    let order = try bc.create(
      "Sales Header",
      ["Document Type": .option(OptionValue(1)), "Sell-to Customer No.": .text("10000")],
      by: .person, company: company
    ).get()
    try bcLine(of: order, 10000, 2, at: 40)
    try bcLine(of: order, 20000, 4, at: 10)
    try bc.act(company: company) { try $0.release(order) }.get()
    return order
  }

  private func bcLine(
    of order: Guid, _ number: Int64, _ chairs: DecimalValue, at price: DecimalValue
  ) throws {
    _ = try bc.create(
      "Sales Line",
      [
        "Document Type": .option(OptionValue(1)), "Document No.": header(order)["No."] ?? .empty,
        "Line No.": .integer(number), "Type": .option(OptionValue(2)), "No.": .text("1000"),
        "Quantity": .decimal(chairs), "Unit Price": .decimal(price),
      ], by: .person, company: company
    ).get()
  }

  fileprivate func changeInBC(_ order: Guid) throws {
    try bc.act(company: company) { try $0.reopen(order) }.get()
    for line in try bc.find("Sales Line", company: company) {
      if try bc.record("Sales Line", line, company: company)?["Quantity"] == .decimal(2) {
        _ = try bc.change(
          "Sales Line", line, ["Quantity": .decimal(5)], by: .person, company: company
        ).get()
      } else {
        _ = try bc.delete("Sales Line", line, company: company).get()
      }
    }
    try bcLine(of: order, 30000, 6, at: 10)
    try bc.act(company: company) { try $0.release(order) }.get()
  }

  fileprivate func ship(_ order: Guid, _ quantities: [Int64: DecimalValue]) throws {
    try bc.act(company: company) {
      _ = try $0.post(order, ship: true, invoice: false, quantities: quantities)
    }.get()
  }

  /// Each order with its status and its lines.
  fileprivate func shownInBC() throws -> [String] {
    try bc.find("Sales Header", company: company).map { id in
      let header = try header(id)
      let lines = try records("Sales Line", ["Document No.": header["No."] ?? .empty])
        .sorted { ($0["Line No."]?.integer ?? 0) < ($1["Line No."]?.integer ?? 0) }
        .map { "\(Self.number($0["Quantity"])) at \(Self.number($0["Unit Price"]))" }
      return "\(Self.state(header["Status"])): " + lines.joined(separator: ", ")
    }
  }

  fileprivate func shownInSales() throws -> [String] {
    try sales.find("salesorder").compactMap { id in
      guard let order = try sales.record("salesorder", id) else { return nil }
      let lines = try sales.find(
        "salesorderdetail", ["salesorderid": .lookup(Lookup(table: "salesorder", id: id))]
      ).compactMap { try sales.record("salesorderdetail", $0) }
        .sorted {
          ($0["bcbi_businesscentrallinenumber"]?.integer ?? 0)
            < ($1["bcbi_businesscentrallinenumber"]?.integer ?? 0)
        }
        .map { line in
          "\(Self.number(line["quantity"])) at \(Self.number(line["priceperunit"])), "
            + "\(Self.number(line["quantityshipped"])) shipped"
        }
      return "\(Self.state(order["statecode"])): " + lines.joined(separator: "; ")
    }
  }

  /// Each price list with its prices.
  fileprivate func shownPrices() throws -> [String] {
    try sales.find("pricelevel").compactMap { id in
      guard let list = try sales.record("pricelevel", id) else { return nil }
      let prices = try sales.find(
        "productpricelevel", ["pricelevelid": .lookup(Lookup(table: "pricelevel", id: id))]
      ).compactMap { try sales.record("productpricelevel", $0)?["amount"]?.decimal?.description }
      return "\(list["name"]?.text ?? "no name"): " + prices.joined(separator: ", ")
    }
  }

  private static func number(_ value: Value?) -> DecimalValue { value?.decimal ?? .zero }

  private static func state(_ value: Value?) -> String {
    value?.option.map { "\($0.rawValue)" } ?? "none"
  }
}

import DefaultMappings
import EmbeddedSystems
import Foundation
import MapRuntime
import MapSync
import Testing

/// Random Sales orders that really are taken in, sent back and invoiced in parts; what they come to is
/// what `taken.py` counted of the rules. With MAPC_ORDERS it is all of the committed ones, and
/// `TakenOrderTests` counts many more.
@Suite("Orders come to the same on their whole way (F17, F20, R E-26 to E-35)")
struct TakenOrdersTests {
  private static let fields = [
    "Line Amount", "Line Discount %", "Line Discount Amount", "Inv. Discount Amount", "Amount",
    "VAT Base Amount", "Amount Including VAT",
  ]

  @Test("taken in, released, sent back, and invoiced in parts")
  func whole() async throws {
    let shop = try await OrderShop()
    let isLong = ProcessInfo.processInfo.environment["MAPC_ORDERS"] != nil
    let rows = try TakenRow.all().prefix(isLong ? 400 : 40)
    let orders = try shop.submit(rows)
    let mapping = try #require(shop.integration.mapping("ORDER"))
    _ = try await Synchronizer(shop.integration).run(
      mapping, .toBC, .create, ids: orders.values.sorted())
    var documents: [String: Guid] = [:]
    for row in rows {
      let order = try #require(orders[row.number])
      try checkSales(row, order, shop)
      let document = try await shop.document(of: order)
      guard let document else {
        #expect(row.says("taken") == "refused", "order \(row.number)")
        continue
      }
      try shop.bc.act(company: shop.company) { try $0.release(document) }.get()
      #expect(
        try shown("Sales Line", of: document, "Sales Header", shop) == row.says("taken"),
        "order \(row.number)")
      documents[row.number] = document
    }
    try await shop.synchronize("SALESORDER-ORDER")
    for row in rows {
      guard let document = documents[row.number], let order = orders[row.number] else { continue }
      try checkBack(row, document, order, shop)
      try checkCountedAgain(row, order, shop)
      try post(row, document, shop)
    }
  }

  /// What Sales counted before BC told it anything.
  private func checkSales(_ row: TakenRow, _ order: Guid, _ shop: OrderShop) throws {
    let fields = try #require(try shop.sales.record("salesorder", order))
    let totals = ["totallineitemamount", "totalamountlessfreight", "totaltax", "totalamount"]
      .map { (fields[$0]?.decimal ?? .zero).description }.joined(separator: ";")
    #expect(row.says("sales")?.split(separator: "/").last == totals[...], "order \(row.number)")
  }

  /// What went back is what BC has, to the last place (R F-1).
  private func checkBack(
    _ row: TakenRow, _ document: Guid, _ order: Guid, _ shop: OrderShop
  ) throws {
    let sales = try #require(try shop.sales.record("salesorder", order))
    let bc = try #require(
      try shop.bc.record("Sales Header", document, company: shop.company))
    for (field, amount) in [
      ("totalamountlessfreight", "Amount"), ("totalamount", "Amount Including VAT"),
    ] {
      #expect(sales[field]?.decimal == bc[amount]?.decimal, "order \(row.number)")
    }
    let back = try #require(try row.back().first)
    #expect(bc["Invoice Discount Amount"]?.decimal == back.discount, "order \(row.number)")
    #expect(sales["discountamount"]?.decimal == back.amount, "order \(row.number)")
    #expect(sales["discountpercentage"]?.decimal == back.percent, "order \(row.number)")
  }

  /// A person opens the order, and Sales counts it again: it takes off what BC does (R SB-3).
  private func checkCountedAgain(_ row: TakenRow, _ order: Guid, _ shop: OrderShop) throws {
    let active: [String: Value] = ["statecode": .option(OptionValue(0))]
    _ = try shop.sales.change("salesorder", order, active, by: .person).get()
    let freight = try row.freight + 1
    _ = try shop.sales.change(
      "salesorder", order, ["freightamount": .decimal(freight)], by: .person
    ).get()
    let sales = try #require(try shop.sales.record("salesorder", order))
    let lines = sales["totallineitemamount"]?.decimal ?? .zero
    let rest = sales["totalamountlessfreight"]?.decimal ?? .zero
    let back = try #require(try row.back().first)
    #expect(try lines - rest == back.discount + back.above, "order \(row.number)")
  }

  @Test("whatever people make of BC's discount, Sales takes off as much, or what SB-11 leaves")
  func discounts() throws {
    for row in try TakenRow.all() {
      let totals = row.says("sales")?.split(separator: "/").last?.split(separator: ";").first
      let lines = try totals.map { try DecimalValue(parsing: String($0)) }
      let places = Int64(row.places)
      for back in try row.back() {
        let percent =
          HostFunctions.orderDiscountPercentage(row.percent, lines, places, back.discount)
          ?? row.percent
        #expect(percent == back.percent, "order \(row.number)")
        let amount = HostFunctions.orderDiscount(percent, lines, places, back.discount)
        #expect(amount == back.amount, "order \(row.number)")
      }
    }
  }

  /// Posts the parts that the oracle chose, where BC posts all of them (DC-6).
  private func post(_ row: TakenRow, _ document: Guid, _ shop: OrderShop) throws {
    let parts = row.steps.filter { $0.name.hasPrefix("post:") }
    let totals = try parts.map { part in
      try part.says.split(separator: "|").reduce(DecimalValue.zero) { sum, line in
        let cells = line.split(separator: ";")
        return try sum + DecimalValue(parsing: String(cells[cells.count - 1]))
      }
    }
    guard totals.allSatisfy({ $0 >= .zero }) else { return }
    let numbers = try lines("Sales Line", of: document, "Sales Header", shop)
      .compactMap { $0["Line No."]?.integer }
    for part in parts {
      let quantities = try part.name.dropFirst(5).split(separator: ",")
        .map { try DecimalValue(parsing: String($0)) }
      let before = Set(try shop.bc.find("Sales Invoice Header", company: shop.company))
      try shop.bc.act(company: shop.company) { session in
        _ = try session.post(
          document, ship: true, invoice: true,
          quantities: Dictionary(uniqueKeysWithValues: zip(numbers, quantities)))
      }.get()
      let invoice = try #require(
        try shop.bc.find("Sales Invoice Header", company: shop.company)
          .first { !before.contains($0) })
      #expect(
        try shown("Sales Invoice Line", of: invoice, "Sales Invoice Header", shop) == part.says,
        "order \(row.number), \(part.name)")
    }
  }

  private func shown(
    _ table: String, of document: Guid, _ headers: String, _ shop: OrderShop
  ) throws -> String {
    try lines(table, of: document, headers, shop).map { line in
      Self.fields.map { (line[$0]?.decimal ?? .zero).description }.joined(separator: ";")
    }.joined(separator: "|")
  }

  /// The lines of a document but for their texts, in their order.
  private func lines(
    _ table: String, of document: Guid, _ headers: String, _ shop: OrderShop
  ) throws -> [[String: Value]] {
    let header = try #require(try shop.bc.record(headers, document, company: shop.company))
    var key = ["Document No.": header["No."] ?? .empty]
    key["Document Type"] = header["Document Type"]
    return try shop.bc.find(table, key, company: shop.company).compactMap {
      try shop.bc.record(table, $0, company: shop.company)
    }.filter { $0["Type"]?.option != OptionValue(0) }
      .sorted { ($0["Line No."]?.integer ?? 0) < ($1["Line No."]?.integer ?? 0) }
  }
}

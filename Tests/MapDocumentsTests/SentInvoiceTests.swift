import EmbeddedSystems
import Foundation
import MapRuntime
import MapSync
import Testing

/// Random invoices, posted and sent; what Sales has of them is counted anew here, in whole numbers, from
/// what Business Central posted. MAPC_INVOICES says how many.
@Suite("Posted invoices are in Sales to the last place (F26, R H-6 to H-11)")
struct SentInvoiceTests {
  @Test("lines, discounts, net prices, the line for what rounding left, and totals")
  func sent() async throws {
    let asked = ProcessInfo.processInfo.environment["MAPC_INVOICES"].flatMap { Int($0) } ?? 300
    var numbers = SeededNumbers(seed: 13)
    var count = SentCount()
    while count.invoices < asked {
      let shop = try await OrderShop()
      let rows = try (0..<min(100, asked)).map { try numbers.order($0) }
      let orders = try shop.submit(rows)
      let taking = try #require(shop.integration.mapping("ORDER"))
      _ = try await Synchronizer(shop.integration).run(
        taking, .toBC, .create, ids: orders.values.sorted())
      for row in rows {
        guard let document = try await shop.document(of: try #require(orders[row.number])) else {
          continue
        }
        // What comes to less than nothing is no invoice.
        _ = try? shop.bc.act(company: shop.company) {
          try $0.post(document, ship: true, invoice: true)
        }.get()
      }
      let sending = try #require(shop.integration.mapping("POSTEDSALESINV-INV"))
      let posted = try shop.bc.find("Sales Invoice Header", company: shop.company)
      _ = try await Synchronizer(shop.integration).run(sending, .toSales, .create, ids: posted)
      let couplings = try await shop.integration.state.couplings(sending.pair, .bc, ids: posted)
      for (invoice, coupling) in zip(posted, couplings) {
        let header = try #require(
          try shop.bc.record("Sales Invoice Header", invoice, company: shop.company))
        let told = try await shop.integration.state.entries(EntryQuery()).map(\.message)
        let coupling = try #require(coupling, "\(header["No."] ?? .empty): \(told)")
        try check(header, try #require(try shop.sales.record("invoice", coupling.salesID)), shop)
        try checkLines(header, coupling.salesID, shop, &count)
      }
      count.invoices += posted.count
    }
    // All kinds came along.
    #expect(count.discounted > count.invoices / 4)
    #expect(count.rounded > 0 && count.rounded < count.invoices)
  }

  /// The totals are those of the document (R H-6).
  private func check(
    _ bc: [String: Value], _ sales: [String: Value], _ shop: OrderShop
  ) throws {
    for (field, amount) in [
      ("totalamountlessfreight", "Amount"), ("totalamount", "Amount Including VAT"),
      ("discountamount", "Invoice Discount Amount"),
    ] {
      #expect(Steps(sales[field]) == Steps(bc[amount]), "\(bc["No."] ?? .empty), \(field)")
    }
  }

  private func checkLines(
    _ header: [String: Value], _ invoice: Guid, _ shop: OrderShop, _ count: inout SentCount
  ) throws {
    let number = try #require(header["No."])
    let isGross = header["Prices Including VAT"]?.boolean == true
    let places =
      switch header["Currency Code"]?.text {
      case "JPY": 0
      case "KWD": 3
      default: 2
      }
    let details = try shop.sales.find(
      "invoicedetail", ["invoiceid": .lookup(Lookup(table: "invoice", id: invoice))]
    ).compactMap { try shop.sales.record("invoicedetail", $0) }
    var gap = Steps.zero
    let lines = try shop.bc.find(
      "Sales Invoice Line", ["Document No.": number], company: shop.company
    )
    .compactMap { try shop.bc.record("Sales Invoice Line", $0, company: shop.company) }
    for line in lines where line["Type"]?.option != OptionValue(0) {
      let detail = try #require(
        details.first { $0["sequencenumber"]?.integer == line["Line No."]?.integer })
      let rate = isGross ? Steps(line["VAT %"]) : .zero
      let (amount, total) = (Steps(line["Amount"]), Steps(line["Amount Including VAT"]))
      let (own, share) = (Steps(line["Line Discount Amount"]), Steps(line["Inv. Discount Amount"]))
      let quantity = Steps(line["Quantity"])
      let price = Steps(line["Unit Price"]).net(rate, places: 4)
      let base = (own + share).net(rate, places: places, above: amount)
      let shown = "\(number), line \(line["Line No."] ?? .empty)"
      #expect(Steps(detail["quantity"]) == quantity, "\(shown)")
      #expect(Steps(detail["priceperunit"]) == price, "\(shown), price")
      #expect(
        Steps(detail["manualdiscountamount"]) == own.net(rate, places: places), "\(shown), discount"
      )
      #expect(Steps(detail["baseamount"]) == base, "\(shown), base")
      #expect(Steps(detail["extendedamount"]) == total + share, "\(shown), extended")
      #expect(Steps(detail["tax"]) == total - amount, "\(shown), tax")
      // What was taken off has nothing to do with the price: it is that of the line before all discounts.
      let exact = Steps(line["Unit Price"]).times(quantity).net(rate, places: places)
      #expect((base - exact).size <= Steps.unit(places).count * 2, "\(shown), net price")
      gap = gap + base - price.times(quantity).rounded(places)
      if own != .zero || share != .zero { count.discountedLines += 1 }
    }
    if count.discountedLines > 0 { count.discounted += 1 }
    count.discountedLines = 0
    let rest = details.filter { $0["productdescription"] == .text("Rounding") }
    guard isGross, gap != .zero else {
      #expect(rest.isEmpty, "\(number)")
      return
    }
    count.rounded += 1
    #expect(rest.count == 1, "\(number)")
    #expect(Steps(rest.first?["baseamount"]) == gap, "\(number), rounding")
    #expect(Steps(rest.first?["priceperunit"]) == gap, "\(number), rounding")
  }
}

/// What came along.
private struct SentCount {
  var invoices = 0
  var discounted = 0
  var discountedLines = 0
  var rounded = 0
}

/// An amount as a count of 10^-10.
private struct Steps: Equatable {
  let count: Int128

  static let zero = Steps(count: 0)
  private static let one: Int128 = 10_000_000_000

  init(count: Int128) { self.count = count }

  init(_ value: Value?) { count = (value?.decimal ?? .zero).units }

  static func unit(_ places: Int) -> Steps {
    Steps(count: (0..<places).reduce(one) { step, _ in step / 10 })
  }

  var size: Int128 { count.magnitude < UInt128(Int128.max) ? Int128(count.magnitude) : .max }

  static func + (one: Steps, other: Steps) -> Steps { Steps(count: one.count + other.count) }
  static func - (one: Steps, other: Steps) -> Steps { Steps(count: one.count - other.count) }

  /// The product, to ten places.
  func times(_ other: Steps) -> Steps { Steps(count: Self.quotient(count * other.count, Self.one)) }

  func rounded(_ places: Int) -> Steps {
    let unit = Self.unit(places).count
    return Steps(count: Self.quotient(count, unit) * unit)
  }

  /// What is left without VAT of a rate, with an amount on top, rounded once.
  func net(_ rate: Steps, places: Int, above amount: Steps = .zero) -> Steps {
    let unit = Self.unit(places).count
    let all = 100 * Self.one + rate.count
    let part = count * 100 * Self.one + amount.count * all
    return Steps(count: Self.quotient(part, all * unit) * unit)
  }

  /// A half goes away from zero.
  private static func quotient(_ number: Int128, _ divisor: Int128) -> Int128 {
    let half = divisor / 2
    return number < 0 ? -((-number + half) / divisor) : (number + half) / divisor
  }
}

/// Orders by chance, the same ones each time.
private struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }

  private mutating func one(of words: [String]) -> String { words[below(words.count)] }

  private mutating func number(below limit: Int, places: Int) -> String {
    let whole = below(limit)
    guard places > 0 else { return String(whole) }
    let digits = (0..<places).map { _ in String(below(10)) }.joined()
    return "\(whole).\(digits)"
  }

  mutating func order(_ place: Int) throws -> TakenRow {
    let places = [2, 2, 0, 3][below(4)]
    let prices = below(3) == 0 ? "net" : "gross"
    let discount = below(3) == 0 ? number(below: 20, places: places) : "0"
    let percent = below(4) == 0 ? one(of: ["5", "3.33", "12.5"]) : "0"
    let freight = below(4) == 0 ? number(below: 30, places: places) : "0"
    let lines = (0..<(1 + below(4))).map { _ in line(places) }.joined(separator: "|")
    return try TakenRow(
      "\(place)\tplaces=\(places);prices=\(prices);discount=\(discount);percent=\(percent);"
        + "freight=\(freight)\t\(lines)")
  }

  private mutating func line(_ places: Int) -> String {
    let kind = one(of: ["item", "item", "item", "resource", "write-in"])
    let quantity = below(3) == 0 ? number(below: 9, places: 2) : String(1 + below(12))
    let price = number(below: 400, places: below(2) == 0 ? 4 : min(places, 2))
    let manual = below(2) == 0 ? number(below: 5, places: places) : "0"
    let identifier = one(of: ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"])
    return [
      kind, quantity, price, "0", manual, "0", kind == "write-in" ? "A" : identifier, "no",
      below(4) == 0 ? "no" : "yes",
    ].joined(separator: ";")
  }
}

import MapRuntime
import Testing

@testable import EmbeddedSystems

@Suite("Sales prices lines by its price lists")
struct SalesPriceTests {
  private func quote(_ shop: SalesShop, _ fields: [String: Value] = [:]) throws -> Guid {
    try shop.document(
      "quote", ["pricelevelid": shop.lookup("pricelevel", shop.list)].merging(fields) { $1 })
  }

  private func price(_ shop: SalesShop, _ line: Guid) throws -> [String] {
    try shop.amounts("quotedetail", line, "priceperunit", "baseamount")
  }

  @Test("a price of its own stays, any other comes from the list for product and unit (SA-9)")
  func listed() throws {
    let shop = try SalesShop()
    try shop.price(40)
    try shop.price(150, unit: shop.box)
    let quote = try quote(shop)
    let line = try shop.line(
      of: "quote", quote, amount("2"), ["priceperunit": amount("1")]
    ).get()
    #expect(try price(shop, line) == ["40", "80"])
    #expect(try shop.error("quote", quote) == 0)
    _ = try shop.system.change("quotedetail", line, ["uomid": shop.lookup("uom", shop.box)]).get()
    #expect(try price(shop, line) == ["150", "300"])
    _ = try shop.system.change(
      "quotedetail", line, ["ispriceoverridden": .boolean(true), "priceperunit": amount("99.5")]
    ).get()
    #expect(try price(shop, line) == ["99.5", "199"])
  }

  @Test("what a list computes is rounded by its policy (SA-9)")
  func methods() throws {
    let shop = try SalesShop()
    let row = try shop.price(0, ["pricingmethodcode": option(2), "percentage": amount("90")])
    let quote = try quote(shop)
    let line = try shop.line(of: "quote", quote, amount("1")).get()
    #expect(try price(shop, line)[0] == "45")
    for (fields, expected) in try [
      (["pricingmethodcode": option(3), "percentage": amount("30")], "26"),
      (["pricingmethodcode": option(4), "percentage": amount("20")], "25"),
      (["percentage": amount("30")], "28.57"),
      (
        [
          "roundingpolicycode": option(2), "roundingoptioncode": option(1),
          "roundingoptionamount": amount("0.95"),
        ], "28.95"
      ),
      (["roundingpolicycode": option(3)], "27.95"), (["roundingpolicycode": option(4)], "28.95"),
      (["roundingoptioncode": option(2), "roundingoptionamount": amount("5")], "30"),
    ] as [([String: Value], String)] {
      _ = try shop.system.change("productpricelevel", row, fields).get()
      _ = try shop.system.change("quotedetail", line, ["quantity": amount("1")]).get()
      #expect(try price(shop, line)[0] == expected, "\(fields)")
    }
  }

  @Test(
    "an ending repeats with its power of ten, whatever the sign",
    arguments: [
      ("12.34", "0.95", PriceRounding.Policy.up, "12.95"), ("12.95", "0.95", .up, "12.95"),
      ("12.34", "0.95", .down, "11.95"), ("12.34", "5", .nearest, "15"), ("151", "95", .down, "95"),
      ("-1.2", "0.5", .down, "-1.5"),
    ])
  func endings(
    price: String, ending: String, policy: PriceRounding.Policy, expected: String
  ) throws {
    let rounding = PriceRounding.endsIn(try DecimalValue(parsing: ending), policy)
    #expect(try rounding.rounded(DecimalValue(parsing: price)).description == expected)
  }

  @Test(
    "what is missing for a price is kept with the line, and the header shows it; nothing is refused (SH-3, SH-4)"
  )
  func errors() throws {
    let shop = try SalesShop()
    let quote = try quote(shop)
    let line = try shop.line(of: "quote", quote, amount("2"), ["priceperunit": amount("7")]).get()
    #expect(try shop.error("quotedetail", line) == 11)
    #expect(try shop.error("quote", quote) == 1)
    #expect(try price(shop, line) == ["0", "0"])
    let row = try shop.price(0, ["pricingmethodcode": option(6), "percentage": amount("20")])
    for (fields, error) in try [
      ([:], 16), (["pricingmethodcode": option(4), "percentage": amount("100")], 18),
      (
        [
          "percentage": amount("20"), "roundingpolicycode": option(2),
          "roundingoptioncode": option(2),
        ], 24
      ),
      (["roundingpolicycode": option(1), "quantitysellingcode": option(2)], 0),
    ] as [([String: Value], Int32)] {
      if !fields.isEmpty {
        _ = try shop.system.change("productpricelevel", row, fields).get()
      }
      _ = try shop.system.change("quotedetail", line, ["quantity": amount("2")]).get()
      #expect(try shop.error("quotedetail", line) == error, "\(fields)")
    }
    _ = try shop.system.change("quotedetail", line, ["quantity": amount("2.5")]).get()
    #expect(try shop.error("quotedetail", line) == 29)
    _ = try shop.system.change("quotedetail", line, ["ispriceoverridden": .boolean(true)]).get()
    #expect(try shop.error("quote", quote) == 0)
  }

  @Test(
    "a list that is missing, closed or of another currency is an error of the header (SH-1, SH-3, SH-7)"
  )
  func lists() throws {
    let shop = try SalesShop(["ispricelistmandatory": .boolean(true)])
    try shop.price()
    let quote = try shop.document("quote")
    let line = try shop.line(of: "quote", quote, amount("1")).get()
    #expect(try shop.error("quote", quote) == 2)
    _ = try shop.system.change(
      "quote", quote, ["pricelevelid": shop.lookup("pricelevel", shop.list)]
    ).get()
    #expect(try shop.error("quote", quote) == 0)
    #expect(try price(shop, line) == ["40", "40"])
    _ = try shop.system.change("pricelevel", shop.list, ["statecode": option(1)]).get()
    _ = try shop.system.change("quote", quote, ["discountamount": amount("1")]).get()
    #expect(try shop.error("quote", quote) == 3)
    let dollars = try shop.system.create(
      "pricelevel",
      [
        "name": .text("Dollars"),
        "transactioncurrencyid": shop.lookup(
          "transactioncurrency",
          try #require(
            try shop.system.find("transactioncurrency", ["isocurrencycode": .text("USD")]).first)),
      ]
    ).get()
    _ = try shop.system.change(
      "quote", quote, ["pricelevelid": shop.lookup("pricelevel", dollars)]
    ).get()
    #expect(try shop.error("quote", quote) == 34)
    #expect(try shop.error("quotedetail", line) == 34)
  }

  @Test("without a list a line costs what is given, unless the organization asks for lists (SH-3)")
  func withoutList() throws {
    let shop = try SalesShop()
    let quote = try shop.document("quote")
    let line = try shop.line(of: "quote", quote, amount("2"), ["priceperunit": amount("7")]).get()
    #expect(try price(shop, line) == ["7", "14"])
    #expect(try shop.error("quote", quote) == 0)
  }

  @Test(
    "a volume discount is for each unit and looked up with the quantity, not for prices of one's own (SA-8)"
  )
  func volume() throws {
    let shop = try SalesShop()
    let discounts = try shop.system.create(
      "discounttype", ["name": .text("Many"), "isamounttype": .boolean(false)]
    ).get()
    let range = try shop.system.create(
      "discount",
      [
        "discounttypeid": shop.lookup("discounttype", discounts), "lowquantity": amount("10"),
        "highquantity": amount("99"), "percentage": amount("7"),
      ]
    ).get()
    try shop.price(40, ["discounttypeid": shop.lookup("discounttype", discounts)])
    let quote = try quote(shop)
    let line = try shop.line(of: "quote", quote, amount("10")).get()
    func amounts() throws -> [String] {
      try shop.amounts("quotedetail", line, "volumediscountamount", "baseamount")
    }
    #expect(try amounts() == ["2.8", "372"])
    #expect(try shop.amounts("quote", quote, "totaldiscountamount") == ["0"])
    _ = try shop.system.change("discount", range, ["percentage": amount("10")]).get()
    _ = try shop.system.change("quotedetail", line, ["tax": amount("1")]).get()
    #expect(try amounts() == ["2.8", "372"])
    _ = try shop.system.change("quotedetail", line, ["quantity": amount("20")]).get()
    #expect(try amounts() == ["4", "720"])
    _ = try shop.system.change("quotedetail", line, ["quantity": amount("9")]).get()
    #expect(try amounts() == ["0", "360"])
    _ = try shop.system.change("quotedetail", line, ["quantity": amount("20")]).get()
    _ = try shop.system.change("quotedetail", line, ["ispriceoverridden": .boolean(true)]).get()
    #expect(try amounts() == ["0", "800"])
    _ = try shop.system.change("quotedetail", line, ["ispriceoverridden": .boolean(false)]).get()
    _ = try shop.system.change("discounttype", discounts, ["statecode": option(1)]).get()
    _ = try shop.system.change("quotedetail", line, ["quantity": amount("21")]).get()
    #expect(try shop.error("quotedetail", line) == 33)
  }

  @Test(
    "lines follow their list until the prices are locked; then nothing has a price of its own (SD-4)"
  )
  func locked() throws {
    let shop = try SalesShop()
    let row = try shop.price(40)
    let order = try shop.document(
      "salesorder", ["pricelevelid": shop.lookup("pricelevel", shop.list)])
    let line = try shop.line(of: "salesorder", order, amount("1")).get()
    func price(_ line: Guid) throws -> String {
      try shop.amounts("salesorderdetail", line, "priceperunit")[0]
    }
    _ = try shop.system.change("productpricelevel", row, ["amount": amount("41")]).get()
    _ = try shop.system.change("salesorder", order, ["discountamount": amount("1")]).get()
    #expect(try price(line) == "41")
    #expect(try shop.system.lockPrices(of: "salesorder", order).get())
    _ = try shop.system.change("productpricelevel", row, ["amount": amount("42")]).get()
    _ = try shop.system.change("salesorderdetail", line, ["quantity": amount("2")]).get()
    #expect(try price(line) == "41")
    #expect(try price(shop.line(of: "salesorder", order, amount("1")).get()) == "42")
    #expect(
      try shop.fields("salesorderdetail", line)["salesorderispricelocked"] == .boolean(true))
    let writeIn = try shop.line(
      of: "salesorder", order, amount("1"), ["productid": .empty, "uomid": .empty])
    #expect(
      writeIn
        == .failure(
          Refusal("salesorder 'ORD-01000' has locked prices and takes no write-in line")))
    let own = try shop.system.change(
      "salesorderdetail", line, ["ispriceoverridden": .boolean(true)])
    #expect(throws: Refusal.self) { try own.get() }
    _ = try shop.system.lockPrices(of: "salesorder", order, false).get()
    #expect(try price(line) == "42")
  }

  @Test(
    "a product that is not sold is not added, and stays where it is; a unit is of its group (SH-5, SH-6)"
  )
  func products() throws {
    let shop = try SalesShop()
    let quote = try shop.document("quote")
    let line = try shop.line(of: "quote", quote, "1", at: "1")
    _ = try shop.system.change("product", shop.chair, ["statecode": option(1)]).get()
    _ = try shop.system.change("quotedetail", line, ["quantity": amount("2")]).get()
    #expect(
      try shop.line(of: "quote", quote, amount("1"), by: .integration)
        == .failure(
          Refusal("quote 'QUO-01000': the product 'Chair' is not active and cannot be added")))
    _ = try shop.system.change("product", shop.chair, ["statecode": option(0)]).get()
    let group = try shop.system.create(
      "uomschedule", ["name": .text("Hours"), "baseuomname": .text("HOUR")]
    ).get()
    let hour = try #require(
      try shop.system.find("uom", ["uomscheduleid": shop.lookup("uomschedule", group)]).first)
    let other = try shop.line(
      of: "quote", quote, amount("1"), ["uomid": shop.lookup("uom", hour)])
    #expect(throws: Refusal.self) { try other.get() }
  }
}

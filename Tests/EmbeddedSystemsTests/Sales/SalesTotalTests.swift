import EmbeddedSystems
import MapRuntime
import Testing

@Suite("Sales keeps amounts and totals of its documents")
struct SalesTotalTests {
  @Test(
    "a line that is made, changed or deleted, and a discount of the header, count at once (SB-9, SB-10)",
    arguments: ["quote", "salesorder", "invoice"])
  func totals(table: String) throws {
    let shop = try SalesShop()
    let id = try shop.document(table)
    func totals() throws -> [String] {
      try shop.amounts(
        table, id, "totallineitemamount", "totaldiscountamount", "totalamountlessfreight",
        "totaltax", "totalamount")
    }
    #expect(try totals() == ["0", "0", "0", "0", "0"])
    let line = try shop.line(
      of: table, id, "3", at: "33.33",
      ["manualdiscountamount": amount("1.25"), "tax": amount("9.26")])
    #expect(
      try shop.amounts(table + "detail", line, "baseamount", "extendedamount") == [
        "99.99", "108",
      ])
    #expect(try totals() == ["98.74", "1.25", "98.74", "9.26", "108"])
    let other = try shop.line(of: table, id, "-1", at: "10")
    #expect(try totals() == ["88.74", "1.25", "88.74", "9.26", "98"])
    _ = try shop.system.change(
      table, id,
      [
        "discountamount": amount("5"), "discountpercentage": amount("10"),
        "freightamount": amount("12.4"),
      ]
    ).get()
    #expect(try totals() == ["88.74", "15.12", "74.87", "9.26", "96.53"])
    _ = try shop.system.change(table + "detail", line, ["quantity": amount("1")]).get()
    #expect(try totals() == ["22.08", "8.46", "14.87", "9.26", "36.53"])
    _ = try shop.system.delete(table + "detail", other).get()
    #expect(try shop.amounts(table, id, "totallineitemamount") == ["32.08"])
  }

  @Test("amounts have the places of the currency, prices those of the organization (SC-1, SC-6)")
  func places() throws {
    let shop = try SalesShop(["pricingdecimalprecision": .integer(3)], euroPlaces: 0)
    let order = try shop.document("salesorder", ["freightamount": amount("4.6")])
    let line = try shop.line(of: "salesorder", order, "7", at: "1.2346")
    #expect(
      try shop.amounts("salesorderdetail", line, "priceperunit", "baseamount") == ["1.235", "9"])
    #expect(try shop.amounts("salesorder", order, "freightamount", "totalamount") == ["5", "14"])
  }

  @Test("every amount has its twin in the base currency, at the rate of its day (SC-3)")
  func twins() throws {
    let shop = try SalesShop()
    let order = try shop.document("salesorder", ["freightamount": amount("1")])
    let line = try shop.line(of: "salesorder", order, "3", at: "0.33")
    func twins() throws -> [String] {
      try shop.amounts("salesorderdetail", line, "exchangerate", "baseamount_base")
        + shop.amounts("salesorder", order, "freightamount_base", "totalamount_base")
    }
    #expect(try twins() == ["0.8", "1.24", "1.25", "2.49"])
    #expect(
      try shop.fields("salesorderdetail", line)["transactioncurrencyid"]
        == shop.lookup("transactioncurrency", shop.euro))
    _ = try shop.system.change(
      "transactioncurrency", shop.euro, ["exchangerate": amount("0.5")]
    ).get()
    _ = try shop.system.change("salesorderdetail", line, ["quantity": amount("6")]).get()
    #expect(try twins() == ["0.8", "2.48", "1.25", "3.73"])
  }

  @Test("a discount is of the line, or of each unit, as the organization has it (SA-3)")
  func discountMethod() throws {
    let shop = try SalesShop(["discountcalculationmethod": option(1)])
    let quote = try shop.document("quote")
    let line = try shop.line(
      of: "quote", quote, "11", at: "100", ["manualdiscountamount": amount("10")])
    #expect(try shop.amounts("quotedetail", line, "extendedamount") == ["990"])
    #expect(try shop.amounts("quote", quote, "totallineitemdiscountamount") == ["110"])
  }

  @Test(
    "lines are numbered, show state and lock of their header, and a line without product is a write-in"
  )
  func lines() throws {
    let shop = try SalesShop()
    let order = try shop.document("salesorder")
    let line = try shop.line(of: "salesorder", order, "1", at: "2")
    let writeIn = try shop.line(
      of: "salesorder", order, amount("2"),
      [
        "productid": .empty, "uomid": .empty, "productdescription": .text("Delivery"),
        "priceperunit": amount("4.5"),
      ]
    ).get()
    let record = try shop.fields("salesorderdetail", writeIn)
    #expect(record["sequencenumber"] == .integer(2))
    #expect(record["lineitemnumber"] == .integer(2))
    #expect(record["isproductoverridden"] == .boolean(true))
    #expect(record["ispriceoverridden"] == .boolean(true))
    #expect(record["baseamount"]?.decimal == 9)
    #expect(
      try shop.fields("salesorderdetail", line)["isproductoverridden"] == .boolean(false))
    #expect(record["salesorderstatecode"] == option(0))
    #expect(record["salesorderispricelocked"] == .boolean(false))
    try shop.system.submitOrder(order).get()
    #expect(try shop.fields("salesorderdetail", line)["salesorderstatecode"] == option(1))
  }

  @Test(
    "amounts cannot be given on creation, discounts cannot be negative, a percentage has its range (SA-5, SA-6, SB-11)"
  )
  func limits() throws {
    let shop = try SalesShop()
    let quote = try shop.document("quote")
    let given = try shop.line(
      of: "quote", quote, amount("1"), ["baseamount": amount("9")])
    #expect(given == .failure(Refusal("'quotedetail': field 'baseamount' cannot be written")))
    let negative = try shop.line(
      of: "quote", quote, amount("1"), ["manualdiscountamount": amount("-1")])
    #expect(throws: Refusal.self) { try negative.get() }
    for fields in try [
      ["discountamount": amount("-1")], ["freightamount": amount("-0.01")],
      ["discountpercentage": amount("100.5")], ["discountpercentage": amount("-1")],
    ] {
      #expect(throws: Refusal.self) { try shop.system.change("quote", quote, fields).get() }
    }
    _ = try shop.line(of: "quote", quote, "1", at: "1")
    let moved = try shop.system.change(
      "quote", quote,
      [
        "transactioncurrencyid": .lookup(
          Lookup(
            table: "transactioncurrency",
            id: try #require(
              try shop.system.find("transactioncurrency", ["isocurrencycode": .text("USD")]).first))
        )
      ])
    #expect(
      moved == .failure(Refusal("quote 'QUO-01000' has lines, and its currency cannot be changed")))
  }

  @Test("an amount that has no room is refused")
  func overflow() throws {
    let shop = try SalesShop()
    let quote = try shop.document("quote")
    let line = try shop.line(
      of: "quote", quote, amount("9999999999999999"),
      [
        "priceperunit": amount("9999999999999999"), "ispriceoverridden": .boolean(true),
      ])
    #expect(line == .failure(Refusal("quote 'QUO-01000': its amounts are too large")))
  }
}

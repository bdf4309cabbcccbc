import EmbeddedSystems
import MapRuntime
import Testing

@Suite("What becomes of quotes, orders and invoices")
struct SalesActionTests {
  @Test("an active quote and its lines are read-only; a draft is not (SD-1, SE-2)")
  func readOnly() throws {
    let shop = try SalesShop()
    let quote = try shop.document("quote")
    let line = try shop.line(of: "quote", quote, "1", at: "5")
    try shop.system.activateQuote(quote).get()
    #expect(try shop.state("quote", quote) == [1, 2])
    let sentence = "quote 'QUO-01000' is 'Active' and"
    for author in [Author.person, .integration] {
      #expect(
        try shop.line(of: "quote", quote, amount("1"), by: author)
          == .failure(Refusal(sentence + " its lines cannot be changed")))
      #expect(
        try shop.system.change("quotedetail", line, ["quantity": amount("2")], by: author)
          == .failure(Refusal(sentence + " its lines cannot be changed")))
      #expect(
        try shop.system.delete("quotedetail", line, by: author)
          == .failure(Refusal(sentence + " its lines cannot be changed")))
      #expect(
        try shop.system.change("quote", quote, ["discountamount": amount("1")], by: author)
          == .failure(Refusal(sentence + " cannot be changed")))
      #expect(
        try shop.system.change(
          "quote", quote, ["statecode": option(3), "name": .text("X")], by: author)
          == .failure(Refusal(sentence + " cannot be changed")))
    }
    _ = try shop.system.change("quote", quote, ["statecode": option(0)]).get()
    _ = try shop.system.change("quotedetail", line, ["quantity": amount("2")]).get()
    #expect(try shop.amounts("quote", quote, "totalamount") == ["10"])
  }

  @Test(
    "a revised quote is closed and goes on as a draft with its number, the next revision and its lines (SE-1, SE-3, SE-4)"
  )
  func revised() throws {
    let shop = try SalesShop()
    let quote = try shop.document(
      "quote", ["effectiveto": .date(DateValue(days: 9200)), "discountpercentage": amount("10")])
    _ = try shop.line(of: "quote", quote, "2", at: "5", ["description": .text("Blue")])
    _ = try shop.line(of: "quote", quote, "1", at: "90", ["tax": amount("3")])
    #expect(throws: Refusal.self) { try shop.system.reviseQuote(quote).get() }
    try shop.system.activateQuote(quote).get()
    let next = try shop.system.reviseQuote(quote).get()
    #expect(try shop.state("quote", quote) == [3, 7])
    #expect(try shop.fields("quote", quote)["closedon"] == .date(SalesShop.today))
    #expect(try shop.state("quote", next) == [0, 1])
    let record = try shop.fields("quote", next)
    #expect(record["quotenumber"] == .text("QUO-01000"))
    #expect(record["revisionnumber"] == .integer(1))
    #expect(record["effectiveto"] == .date(DateValue(days: 9200)))
    #expect(record["closedon"] == nil)
    #expect(try shop.amounts("quote", next, "totalamount") == ["93"])
    let lines = try shop.system.find("quotedetail", ["quoteid": shop.lookup("quote", next)])
    let texts = try lines.map { try shop.fields("quotedetail", $0)["description"]?.text }
    #expect(texts.count == 2)
    #expect(texts.contains("Blue"))
    #expect(try shop.system.find("quotedetail").count == 4)
    #expect(throws: Refusal.self) { try shop.system.activateQuote(quote).get() }
  }

  @Test("a won quote becomes an order once, line by line (SE-5, SE-7)")
  func won() throws {
    let shop = try SalesShop()
    let quote = try shop.document(
      "quote",
      [
        "discountamount": amount("1"), "freightamount": amount("2"),
        "shipto_city": .text("Oslo"), "paymenttermscode": option(1),
      ])
    let line = try shop.line(
      of: "quote", quote, "2", at: "5", ["manualdiscountamount": amount("0.5")])
    #expect(throws: Refusal.self) { try shop.system.convertQuote(quote).get() }
    try shop.system.activateQuote(quote).get()
    let order = try shop.system.convertQuote(quote).get()
    #expect(try shop.state("quote", quote) == [2, 4])
    #expect(try shop.state("salesorder", order) == [0, 1])
    let record = try shop.fields("salesorder", order)
    #expect(record["quoteid"] == shop.lookup("quote", quote))
    #expect(record["ordernumber"] == .text("ORD-01000"))
    #expect(record["shipto_city"] == .text("Oslo"))
    #expect(record["customerid"] == shop.lookup("account", shop.account))
    #expect(record["paymenttermscode"] == option(1))
    #expect(record["totalamount"]?.decimal == (try DecimalValue(parsing: "10.5")))
    let copied = try #require(try shop.system.find("salesorderdetail").first)
    let fields = try shop.fields("salesorderdetail", copied)
    #expect(fields["quotedetailid"] == shop.lookup("quotedetail", line))
    #expect(fields["salesorderid"] == shop.lookup("salesorder", order))
    #expect(fields["extendedamount"]?.decimal == (try DecimalValue(parsing: "9.5")))
    #expect(
      try shop.system.convertQuote(quote)
        == .failure(Refusal("quote 'QUO-01000' has an order already")))
    #expect(throws: Refusal.self) { try shop.system.reviseQuote(quote).get() }
    #expect(throws: Refusal.self) { try shop.system.closeQuote(quote, as: .lost).get() }
  }

  @Test("a quote that is won without an order gets one later; a draft is not closed (SE-5, SE-6)")
  func closed() throws {
    let shop = try SalesShop()
    let quotes = try (0..<2).map { _ in try shop.document("quote") }
    #expect(throws: Refusal.self) { try shop.system.closeQuote(quotes[0], as: .lost).get() }
    for quote in quotes { try shop.system.activateQuote(quote).get() }
    try shop.system.closeQuote(quotes[0], as: .canceled).get()
    #expect(try shop.state("quote", quotes[0]) == [3, 6])
    try shop.system.winQuote(quotes[1]).get()
    #expect(throws: Refusal.self) { try shop.system.winQuote(quotes[1]).get() }
    #expect(try shop.system.find("salesorder").isEmpty)
    _ = try shop.system.convertQuote(quotes[1]).get()
    #expect(try shop.system.find("salesorder").count == 1)
  }

  @Test(
    "an order is submitted, fulfilled and invoiced with its days, or canceled and taken up again (SF-1 to SF-5)"
  )
  func order() throws {
    let shop = try SalesShop()
    let order = try shop.document("salesorder")
    #expect(try shop.state("salesorder", order) == [0, 1])
    try shop.system.submitOrder(order).get()
    #expect(try shop.state("salesorder", order) == [1, 3])
    #expect(try shop.fields("salesorder", order)["submitdate"] == .date(SalesShop.today))
    #expect(try shop.fields("salesorder", order)["lastbackofficesubmit"] == nil)
    try shop.system.cancelOrder(order).get()
    #expect(try shop.state("salesorder", order) == [2, 4])
    #expect(throws: Refusal.self) { try shop.system.submitOrder(order).get() }
    _ = try shop.system.change("salesorder", order, ["statecode": option(0)]).get()
    try shop.system.fulfillOrder(order, isComplete: false).get()
    #expect(try shop.state("salesorder", order) == [3, 100_002])
    #expect(try shop.fields("salesorder", order)["datefulfilled"] == .date(SalesShop.today))
    try shop.system.setOrderInvoiced(order).get()
    #expect(try shop.state("salesorder", order) == [4, 100_003])
    #expect(throws: Refusal("salesorder 'ORD-01000' cannot go from 'Invoiced' to 'Canceled'")) {
      try shop.system.cancelOrder(order).get()
    }
    #expect(throws: Refusal.self) { try shop.system.submitOrder(shop.system.newID()).get() }
  }

  @Test(
    "an invoice of an order has its lines, is paid or canceled, and reopened (SF-5, SG-1, SG-2)")
  func invoice() throws {
    let shop = try SalesShop()
    let order = try shop.document("salesorder", ["discountpercentage": amount("50")])
    let line = try shop.line(of: "salesorder", order, "2", at: "5")
    let invoice = try shop.system.createInvoice(ofOrder: order).get()
    #expect(try shop.state("salesorder", order) == [0, 1])
    #expect(try shop.state("invoice", invoice) == [0, 1])
    #expect(try shop.fields("invoice", invoice)["invoicenumber"] == .text("INV-01000"))
    #expect(
      try shop.fields("invoice", invoice)["salesorderid"] == shop.lookup("salesorder", order))
    #expect(try shop.amounts("invoice", invoice, "totalamount") == ["5"])
    let copied = try #require(try shop.system.find("invoicedetail").first)
    #expect(
      try shop.fields("invoicedetail", copied)["salesorderdetailid"]
        == shop.lookup("salesorderdetail", line))
    try shop.system.payInvoice(invoice).get()
    #expect(try shop.state("invoice", invoice) == [2, 100_001])
    #expect(throws: Refusal.self) {
      try shop.line(of: "invoice", invoice, amount("1")).get()
    }
    try shop.system.cancelInvoice(invoice).get()
    #expect(throws: Refusal.self) { try shop.system.payInvoice(invoice).get() }
    try shop.system.reopenInvoice(invoice).get()
    #expect(try shop.state("invoice", invoice) == [0, 4])
  }

  @Test("with a document go its lines, notes and posts, with an account its own")
  func deleted() throws {
    let shop = try SalesShop()
    let order = try shop.document("salesorder")
    _ = try shop.line(of: "salesorder", order, "2", at: "5")
    for about in [shop.lookup("salesorder", order), shop.lookup("account", shop.account)] {
      _ = try shop.system.create("annotation", ["objectid": about, "notetext": .text("Call")]).get()
      _ = try shop.system.create("post", ["regardingobjectid": about, "text": .text("Hi")]).get()
    }
    try shop.system.submitOrder(order).get()
    _ = try shop.system.delete("salesorder", order).get()
    #expect(try shop.system.find("salesorderdetail").isEmpty)
    #expect(try shop.system.find("annotation").count == 1)
    _ = try shop.system.delete("account", shop.account).get()
    #expect(try shop.system.find("annotation").isEmpty)
    #expect(try shop.system.find("post").isEmpty)
  }
}

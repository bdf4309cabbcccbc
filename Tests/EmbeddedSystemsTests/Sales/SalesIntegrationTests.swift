import EmbeddedSystems
import MapRuntime
import Testing

@Suite("Sales while another system processes its orders")
struct SalesIntegrationTests {
  private func shop() throws -> SalesShop {
    try SalesShop(["issopintegrationenabled": .boolean(true)])
  }

  @Test("what the integration writes of orders and invoices is not computed; quotes are (SD-3)")
  func kept() throws {
    let shop = try shop()
    for table in ["salesorder", "invoice"] {
      let id = try shop.document(table, by: .integration)
      let line = try shop.line(of: table, id, "4", at: "250", by: .integration)
      #expect(
        try shop.amounts(table + "detail", line, "baseamount", "extendedamount") == ["0", "0"])
      #expect(try shop.amounts(table, id, "totalamount") == ["-"])
      _ = try shop.system.change(
        table + "detail", line,
        ["baseamount": amount("1000"), "extendedamount": amount("1050"), "tax": amount("50")],
        by: .integration
      ).get()
      _ = try shop.system.change(table, id, ["totalamount": amount("1050")], by: .integration).get()
      #expect(
        try shop.amounts(table + "detail", line, "baseamount", "extendedamount", "tax")
          == ["1000", "1050", "50"])
      #expect(try shop.amounts(table, id, "totalamount", "totallineitemamount") == ["1050", "-"])
      #expect(try shop.amounts(table, id, "totalamount_base") == ["1312.5"])
      _ = try shop.system.change(table + "detail", line, ["quantity": amount("2")]).get()
      #expect(try shop.amounts(table, id, "totalamount", "totallineitemamount") == ["550", "500"])
    }
    let quote = try shop.document("quote", by: .integration)
    _ = try shop.line(of: "quote", quote, "4", at: "250", by: .integration)
    #expect(try shop.amounts("quote", quote, "totalamount") == ["1000"])
  }

  @Test("without the switch everything is computed, and with computing off nothing (SD-3)")
  func switches() throws {
    let shop = try SalesShop()
    let order = try shop.document("salesorder", by: .integration)
    _ = try shop.line(of: "salesorder", order, "4", at: "250", by: .integration)
    #expect(try shop.amounts("salesorder", order, "totalamount") == ["1000"])
    try shop.set(["oobpricecalculationenabled": .integer(0)])
    let quote = try shop.document("quote")
    let line = try shop.line(of: "quote", quote, "4", at: "250")
    #expect(try shop.amounts("quote", quote, "totalamount") == ["-"])
    #expect(try shop.amounts("quotedetail", line, "baseamount") == ["0"])
  }

  @Test("a submitted order is the integration's to write, and computed for nobody (SD-1, SD-3)")
  func submitted() throws {
    let shop = try shop()
    let order = try shop.document("salesorder")
    let line = try shop.line(of: "salesorder", order, "2", at: "5")
    try shop.system.submitOrder(order).get()
    let sentence = "salesorder 'ORD-01000' is 'Submitted' and"
    #expect(
      try shop.system.change("salesorder", order, ["name": .text("X")])
        == .failure(Refusal(sentence + " cannot be changed")))
    #expect(
      try shop.system.change("salesorderdetail", line, ["quantity": amount("3")])
        == .failure(Refusal(sentence + " its lines cannot be changed")))
    _ = try shop.system.change(
      "salesorderdetail", line, ["quantity": amount("3")], by: .integration
    ).get()
    _ = try shop.system.change(
      "salesorder", order, ["freightamount": amount("9")], by: .integration
    ).get()
    #expect(try shop.amounts("salesorder", order, "totalamount") == ["10"])
    try shop.set(["issopintegrationenabled": .boolean(false)])
    let other = try shop.system.change(
      "salesorderdetail", line, ["quantity": amount("4")], by: .integration)
    #expect(throws: Refusal.self) { try other.get() }
  }

  @Test("invoices come from the other system (SD-6)")
  func invoices() throws {
    let shop = try shop()
    let order = try shop.document("salesorder")
    #expect(
      try shop.system.createInvoice(ofOrder: order)
        == .failure(
          Refusal(
            "salesorder 'ORD-01000': another system processes orders, and invoices them")))
  }

  @Test("a document is opened, changed and closed in one go (R F-2, H-19)")
  func reopened() throws {
    let shop = try shop()
    let order = try shop.document("salesorder")
    let line = try shop.line(of: "salesorder", order, "2", at: "5")
    try shop.system.submitOrder(order).get()
    _ = try shop.system.change(
      "salesorder", order, ["submitdate": .date(DateValue(days: 9000))], by: .integration
    ).get()
    let fields: [String: Value] = [
      "shipto_city": .text("Oslo"), "totalamount": try amount("12.5"),
    ]
    #expect(try shop.system.reopen("salesorder", order, fields).get())
    #expect(try shop.state("salesorder", order) == [1, 3])
    #expect(try shop.amounts("salesorder", order, "totalamount") == ["12.5"])
    let record = try shop.fields("salesorder", order)
    #expect(record["submitdate"] == .date(DateValue(days: 9000)))
    #expect(
      try shop.system.reopen(
        "salesorder", order, to: EnteredState(OptionValue(3), OptionValue(100_001))
      ).get())
    #expect(try shop.fields("salesorderdetail", line)["salesorderstatecode"] == option(3))
    #expect(
      try shop.system.reopen("salesorder", order, fields, to: EnteredState(OptionValue(4))).get())
    #expect(try shop.state("salesorder", order) == [4, 100_003])
    let changed = try shop.system.reopen("salesorder", order, ["shipto_city": .text("Bergen")])
    #expect(
      changed == .failure(Refusal("salesorder 'ORD-01000' is 'Invoiced' and cannot be changed")))
    #expect(try shop.fields("salesorder", order)["shipto_city"] == .text("Oslo"))
  }

  @Test("payments of an invoice that was paid in part go over active (R H-15 to H-19; SG-3)")
  func payments() throws {
    let shop = try shop()
    let invoice = try shop.document("invoice", ["invoicenumber": .text("103001")], by: .integration)
    func reach(_ state: Int32, _ status: Int32) throws -> Result<Bool, Refusal> {
      try shop.system.reopen(
        "invoice", invoice, to: EnteredState(OptionValue(state), OptionValue(status)))
    }
    for (state, status) in [(0, 4), (2, 100_002), (2, 100_001), (3, 100_003), (0, 4)]
      as [(Int32, Int32)]
    {
      _ = try reach(state, status).get()
      #expect(try shop.state("invoice", invoice) == [state, status])
    }
    try shop.system.payInvoice(invoice, isComplete: false).get()
    #expect(
      try shop.system.change("invoice", invoice, ["statuscode": option(100_001)])
        == .failure(
          Refusal("invoice '103001' is 'Paid' and takes no other status; make it active first")))
    #expect(throws: Refusal.self) { try reach(2, 4).get() }
    #expect(throws: Refusal.self) { try reach(7, 4).get() }
  }

  @Test("what follows from the integration's write is its own")
  func ours() throws {
    let shop = try shop()
    let user = try shop.system.create(
      "systemuser", ["domainname": .text("integration")], by: .system
    ).get()
    try shop.system.setUser(user)
    let quote = try shop.document("quote", by: .integration)
    _ = try shop.line(of: "quote", quote, "1", at: "5", by: .integration)
    #expect(try shop.fields("quote", quote)["modifiedby"] == shop.lookup("systemuser", user))
    _ = try shop.line(of: "quote", quote, "1", at: "5")
    #expect(try shop.fields("quote", quote)["modifiedby"] == nil)
  }
}

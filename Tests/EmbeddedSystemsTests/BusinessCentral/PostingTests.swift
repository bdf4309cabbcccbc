import EmbeddedSystems
import MapRuntime
import Testing

@Suite("Orders of Business Central are shipped and invoiced")
struct PostingTests {
  private func customer(_ sample: SampleCompany) throws -> [String: Value] {
    try #require(try sample.records("Customer").first)
  }

  @Test("an order that is posted whole becomes shipment, invoice and entry, and goes (DC-9, DC-19)")
  func whole() throws {
    let sample = try SampleCompany()
    let order = try sample.order(
      [("1000", 2, nil), ("2000", 1, nil)], ["Your Reference": .text("ORD-1")])
    let line = try sample.line(10_000, of: order)
    let posted = try sample.act { try $0.post(order, ship: true, invoice: true) }
    #expect(posted.isComplete)
    #expect(posted.shipment?.number == "PSS-00001")
    #expect(posted.invoice?.number == "PSI-00001")
    #expect(try sample.system.record("Sales Header", order, company: sample.company) == nil)
    let invoice = try sample.record("Sales Invoice Header", #require(posted.invoice?.id))
    #expect(invoice.text("Order No.") == "S-00001")
    #expect(invoice.text("Your Reference") == "ORD-1")
    #expect(invoice.number("Amount") == 210)
    #expect(invoice.number("Amount Including VAT") == number("248.7"))
    #expect(invoice.number("Remaining Amount") == number("248.7"))
    #expect(invoice["Closed"] == .boolean(false))
    let lines = try sample.records("Sales Invoice Line")
    #expect(lines.first?["SystemId"] == .guid(line))
    #expect(lines.map { $0.number("Amount Including VAT") } == [238, number("10.7")])
    #expect(lines.map { $0["Order Line No."]?.integer } == [10_000, 20_000])
    let entry = try #require(try sample.records("Cust. Ledger Entry").first)
    #expect(entry.number("Amount (LCY)") == number("248.7"))
    #expect(entry.number("Sales (LCY)") == 210)
    #expect(entry["Open"] == .boolean(true))
    #expect(try customer(sample).number("Balance (LCY)") == number("248.7"))
    #expect(try customer(sample).number("Outstanding Orders (LCY)") == 0)
    let item = try sample.records("Item").first { $0["No."] == .text("1000") }
    #expect(item?.number("Inventory") == -2)
  }

  @Test("amounts move from outstanding to shipped to balance, and the order stays released (DH-9)")
  func inParts() throws {
    let sample = try SampleCompany()
    let order = try sample.order([("1000", 4, nil)])
    let line = try sample.line(10_000, of: order)
    try sample.change("Sales Line", line, ["Qty. to Ship": .decimal(3)])
    let shipped = try sample.act { try $0.post(order, ship: true, invoice: false) }
    #expect(shipped.invoice == nil)
    #expect(try customer(sample).number("Outstanding Orders (LCY)") == 119)
    #expect(try customer(sample).number("Shipped Not Invoiced (LCY)") == 357)
    var row = try sample.record("Sales Line", line)
    #expect(row.number("Quantity Shipped") == 3)
    #expect(row.number("Qty. to Ship") == 1)
    #expect(row.number("Qty. to Invoice") == 4)
    let header = try sample.record("Sales Header", order)
    #expect(header["Status"] == .option(OptionValue(1)))
    #expect(header["Shipped"] == .boolean(true))
    #expect(header.text("Last Shipment Date") == "2026-03-10")
    try sample.change("Sales Line", line, ["Qty. to Ship": .decimal(0)])
    let invoiced = try sample.act { try $0.post(order, ship: false, invoice: true) }
    #expect(invoiced.shipment == nil)
    #expect(!invoiced.isComplete)
    row = try sample.record("Sales Line", line)
    #expect(row.number("Quantity Invoiced") == 3)
    #expect(row.number("Amount") == 400)
    #expect(try customer(sample).number("Balance (LCY)") == 357)
    #expect(try customer(sample).number("Shipped Not Invoiced (LCY)") == 0)
    #expect(
      throws: Refusal(
        "Order 'S-00001', line 10000 ('1000'): the quantity must not be less than what was shipped")
    ) {
      try sample.act { try $0.reopen(order) }
      try sample.change("Sales Line", line, ["Quantity": .decimal(2)])
    }
    let last = try sample.act { try $0.post(order, ship: true, invoice: true) }
    #expect(last.isComplete)
    #expect(try sample.records("Sales Invoice Header", by: "No.").count == 2)
    #expect(
      try sample.records("Sales Invoice Line").filter { $0["SystemId"] == .guid(line) }.count == 1)
  }

  @Test("so much of a line is posted as somebody says, and of the others what they stand at (DC-2)")
  func saidQuantities() throws {
    let sample = try SampleCompany()
    let order = try sample.order([("1000", 4, nil), ("2000", 1, nil)])
    let posted = try sample.act {
      try $0.post(order, ship: true, invoice: true, quantities: [10_000: 3])
    }
    #expect(!posted.isComplete)
    #expect(try sample.records("Sales Invoice Line").map { $0.number("Quantity") } == [3, 1])
    let refusals = try [
      sample.refusal { try $0.post(order, ship: true, invoice: true, quantities: [10_000: 2]) },
      sample.refusal { try $0.post(order, ship: true, invoice: true, quantities: [5: 1]) },
    ]
    #expect(refusals[0]?.hasPrefix("Order 'S-00001', line 10000 ('1000'): ") == true)
    #expect(refusals[1] == "Order 'S-00001' has no line 5")
    #expect(try sample.records("Sales Invoice Header", by: "No.").count == 1)
  }

  @Test("what is not shipped is not invoiced by itself, and nobody is left to think it were (DC-3)")
  func invoicedAlone() throws {
    let sample = try SampleCompany()
    let order = try sample.order([("1000", 4, nil)])
    _ = try sample.act {
      try $0.post(order, ship: true, invoice: false, quantities: [10_000: 2])
    }
    let refusal = try sample.refusal {
      try $0.post(order, ship: false, invoice: true, quantities: [10_000: 3])
    }
    #expect(
      refusal
        == "Order 'S-00001', line 10000 ('1000'): 3 cannot be invoiced, as 2 of it is shipped and not "
        + "invoiced; ship the rest, or post both in one go")
    _ = try sample.act {
      try $0.post(order, ship: false, invoice: true, quantities: [10_000: 2])
    }
    #expect(try sample.records("Sales Invoice Line").map { $0.number("Quantity") } == [2])
  }

  @Test("entries that somebody makes are numbered after the last one")
  func madeEntries() throws {
    let sample = try SampleCompany()
    for _ in 0..<2 {
      try sample.make("Item Ledger Entry", ["Item No.": .text("1000"), "Quantity": .decimal(1)])
    }
    let numbers = try sample.records("Item Ledger Entry").compactMap { $0["Entry No."]?.integer }
    #expect(numbers.sorted() == [1, 2])
  }

  @Test("three invoices of a third each are a cent less than one of the whole (DC-17)")
  func thirds() throws {
    let sample = try SampleCompany()
    let order = try sample.order([("1000", 3, number("33.333"))])
    let line = try sample.line(10_000, of: order)
    for _ in 0..<3 {
      try sample.change("Sales Line", line, ["Qty. to Ship": .decimal(1)])
      try sample.act { try $0.post(order, ship: true, invoice: true) }
    }
    let amounts = try sample.records("Sales Invoice Line").map { $0.number("Amount") }
    #expect(amounts == [number("33.33"), number("33.33"), number("33.33")])
  }

  @Test("the total of an invoice is rounded by a line of its own (DD-2, DD-3)")
  func rounding() throws {
    let sample = try SampleCompany()
    try sample.setUp("Sales & Receivables Setup", ["Invoice Rounding": .boolean(true)])
    try sample.setUp(
      "General Ledger Setup", ["Inv. Rounding Precision (LCY)": .decimal(number("0.05"))])
    let order = try sample.order([("1000", 1, number("10.02"))])
    try sample.act { try $0.post(order, ship: true, invoice: true) }
    let lines = try sample.records("Sales Invoice Line")
    #expect(lines.map { $0.number("Amount Including VAT") } == [number("11.92"), number("-0.02")])
    #expect(lines.last?["Line No."] == .integer(20_000))
    #expect(lines.last?.text("No.") == "9140")
    let invoice = try #require(try sample.records("Sales Invoice Header", by: "No.").first)
    #expect(invoice.number("Amount Including VAT") == number("11.9"))
    #expect(try sample.records("Sales Shipment Line").count == 1)
  }

  @Test("nothing to post, a blocked customer and a closed period are refused (DC-5, DC-6)")
  func refused() throws {
    let sample = try SampleCompany()
    let order = try sample.order([("1000", 1, nil)])
    let line = try sample.line(10_000, of: order)
    try sample.change("Sales Line", line, ["Qty. to Ship": .decimal(0)])
    #expect(
      try sample.refusal { try $0.post(order, ship: true, invoice: true) }
        == "there is nothing to post in Order 'S-00001'")
    try sample.change("Sales Line", line, ["Qty. to Ship": .decimal(1)])
    try sample.setUp("General Ledger Setup", ["Allow Posting To": .date(.first)])
    #expect(
      try sample.refusal { try $0.post(order, ship: true, invoice: true) }
        == "Order 'S-00001': 2026-03-10 is outside the period in which posting is allowed")
    #expect(try sample.record("Sales Header", order)["Status"] == .option(OptionValue(0)))
    #expect(try sample.records("Sales Shipment Header", by: "No.").isEmpty)
  }

  @Test("the setup archives an order that ships and one that is deleted (DG-1 to DG-3)")
  func archive() throws {
    let sample = try SampleCompany()
    try sample.setUp("Sales & Receivables Setup", ["Archive Orders": .boolean(true)])
    let order = try sample.order([("1000", 2, nil)])
    let line = try sample.line(10_000, of: order)
    try sample.change("Sales Line", line, ["Qty. to Ship": .decimal(1)])
    try sample.act { try $0.post(order, ship: true, invoice: true) }
    #expect(try sample.record("Sales Header", order)["No. of Archived Versions"] == .integer(1))
    #expect(try sample.act { try $0.archive(order) } == 2)
    let versions = try sample.records("Sales Header Archive", by: "Version No.")
    #expect(versions.map { $0["Version No."]?.integer } == [1, 2])
    let lines = try sample.records("Sales Line Archive", by: "Version No.")
    #expect(lines.map { $0.number("Quantity Shipped") } == [0, 1])
  }

  @Test(
    "the last version of an order that is posted whole has all of it shipped and invoiced (DG-3)")
  func lastVersion() throws {
    let sample = try SampleCompany()
    try sample.setUp("Sales & Receivables Setup", ["Archive Orders": .boolean(true)])
    let order = try sample.order([("1000", 2, nil)])
    let number = try sample.record("Sales Header", order).text("No.")
    try sample.act { try $0.post(order, ship: true, invoice: true) }
    let last = try sample.act { try $0.lastArchivedLines(ofOrder: number) }
    #expect(last.map { $0.number("Quantity Shipped") } == [2])
    #expect(last.map { $0.number("Quantity Invoiced") } == [2])
    #expect(try sample.records("Sales Header Archive", by: "Version No.").count == 1)
    #expect(try sample.act { try $0.lastArchivedLines(ofOrder: "S-99999") }.isEmpty)
  }

  @Test("a quote becomes an order with the prices that it had, and is kept in the archive (DG-5)")
  func quote() throws {
    let sample = try SampleCompany()
    try sample.setUp("Sales & Receivables Setup", ["Archive Quotes": .option(OptionValue(1))])
    let quote = try sample.order([("1000", 2, 90)], type: 0)
    #expect(try sample.record("Sales Header", quote).text("No.") == "SQ-00001")
    let order = try sample.act { try $0.makeOrder(from: quote) }
    let header = try sample.record("Sales Header", order.id)
    #expect(header.text("No.") == "S-00001")
    #expect(header.text("Quote No.") == "SQ-00001")
    #expect(header.text("Posting Date") == "2026-03-10")
    #expect(try sample.lines(of: order.id).map { $0.number("Amount") } == [180])
    #expect(try sample.system.record("Sales Header", quote, company: sample.company) == nil)
    #expect(try sample.records("Sales Header Archive", by: "Version No.").count == 1)
    #expect(
      try #require(try sample.records("Customer").first).number("Outstanding Orders (LCY)")
        == number("214.2"))
  }

  @Test("numbers come from the series that the setup names, by day (DI-1 to DI-5)")
  func series() throws {
    let sample = try SampleCompany()
    try sample.make("No. Series", ["Code": .text("S-ORD"), "Default Nos.": .boolean(true)])
    try sample.make(
      "No. Series Line",
      [
        "Series Code": .text("S-ORD"), "Starting No.": .text("A0998"),
        "Ending No.": .text("A0999"),
      ])
    try sample.setUp("Sales & Receivables Setup", ["Order Nos.": .text("S-ORD")])
    #expect(try sample.record("Sales Header", sample.order([])).text("No.") == "A0998")
    #expect(try sample.record("Sales Header", sample.order([])).text("No.") == "A0999")
    #expect(
      throws: Refusal("the number series 'S-ORD' is at its end: 'A0999' was its last number")
    ) { try sample.order([]) }
    #expect(
      throws: Refusal("the number series 'S-ORD' gives its numbers itself, so not 'X1'")
    ) { try sample.order([], ["No.": .text("X1")]) }
  }
}

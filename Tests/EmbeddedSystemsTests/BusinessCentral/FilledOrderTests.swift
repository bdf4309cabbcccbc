import EmbeddedSystems
import MapRuntime
import Testing

@Suite("Orders of Business Central fill themselves in")
struct FilledOrderTests {
  @Test("a header takes addresses, terms and dates from its customer (DJ-1 to DJ-5, DD-6)")
  func header() throws {
    let sample = try SampleCompany()
    let order = try sample.order([], ["Payment Terms Code": .text("14 DAYS")])
    let header = try sample.record("Sales Header", order)
    #expect(header.text("No.") == "S-00001")
    #expect(header.text("Sell-to Customer Name") == "Adatum")
    #expect(header.text("Bill-to City") == "Cambridge")
    #expect(header.text("Ship-to Post Code") == "CB1 2FB")
    #expect(header.text("Bill-to Customer No.") == "10000")
    #expect(header.text("Order Date") == "2026-03-10")
    #expect(header.text("Due Date") == "2026-03-24")
    #expect(header.text("Pmt. Discount Date") == "2026-03-18")
    #expect(header.number("Payment Discount %") == 2)
  }

  @Test("an item fills its line, and the price comes from its card, per unit (DK-2, DK-9)")
  func item() throws {
    let sample = try SampleCompany()
    let order = try sample.order([("1000", 2, nil)])
    let line = try #require(try sample.lines(of: order).first)
    #expect(line["Line No."] == .integer(10_000))
    #expect(line.text("Description") == "Bicycle")
    #expect(line.text("Unit of Measure Code") == "PCS")
    #expect(line.number("VAT %") == 19)
    #expect(line.number("Unit Price") == 100)
    #expect(line.number("Amount") == 200)
    #expect(line.number("Amount Including VAT") == 238)
    #expect(line.number("Outstanding Amount (LCY)") == 238)
    #expect(line.number("Qty. to Ship") == 2)
    let id = try sample.line(10_000, of: order)
    try sample.change("Sales Line", id, ["Unit of Measure Code": .text("BOX")])
    let box = try sample.record("Sales Line", id)
    #expect(box.number("Unit Price") == 1200)
    #expect(box.number("Quantity (Base)") == 24)
    #expect(try sample.record("Sales Header", order).number("Amount") == 2400)
  }

  @Test("a price list goes before the card, the lowest price that fits first (DK-5, DK-6)")
  func prices() throws {
    let sample = try SampleCompany()
    try sample.make("Price List Header", ["Code": .text("A"), "Status": .option(OptionValue(1))])
    for (minimum, price) in [(0, 95), (10, 80)] as [(Int64, Int64)] {
      try sample.make(
        "Price List Line",
        [
          "Price List Code": .text("A"), "Asset Type": .option(OptionValue(10)),
          "Asset No.": .text("1000"), "Amount Type": .option(OptionValue(17)),
          "Minimum Quantity": .decimal(DecimalValue(minimum)),
          "Unit Price": .decimal(DecimalValue(price)), "Status": .option(OptionValue(1)),
          "Price Type": .option(OptionValue(1)),
        ])
    }
    let order = try sample.order([("1000", 2, nil), ("1000", 10, nil), ("1000", 10, 70)])
    let prices = try sample.lines(of: order).map { $0.number("Unit Price") }
    #expect(prices == [95, 80, 70])
  }

  @Test("what does not exist, is blocked or has no VAT is refused in words (DK-2, DK-4, DC-6)")
  func refusals() throws {
    let sample = try SampleCompany()
    let order = try sample.order([])
    let item = try #require(
      try sample.system.find("Item", ["No.": .text("2000")], company: sample.company).first)
    try sample.change("Item", item, ["Blocked": .boolean(true)])
    #expect(
      throws: Refusal(
        "Order 'S-00001', line 10000 ('2000'): the item is blocked; take its 'Blocked' off first")
    ) { try sample.add(("2000", 1, nil), to: order) }
    #expect(throws: Refusal("Order 'S-00001', line 10000 ('9'): there is no Item '9'")) {
      try sample.add(("9", 1, nil), to: order)
    }
    try sample.change(
      "Item", item,
      ["Blocked": .boolean(false), "VAT Prod. Posting Group": .text("")])
    try sample.add(("2000", 1, nil), to: order)
    #expect(try sample.lines(of: order).first?.number("Amount Including VAT") == 10)
    let customer = try #require(
      try sample.system.find("Customer", company: sample.company).first)
    try sample.change("Customer", customer, ["Blocked": .option(OptionValue(3))])
    #expect(
      throws: Refusal("the new order: customer '10000' is blocked; empty its 'Blocked' first")
    ) {
      try sample.order([])
    }
  }

  @Test("a discount is an amount or a percentage, and the other follows (DA-9 to DA-12)")
  func discounts() throws {
    let sample = try SampleCompany()
    let order = try sample.order([("1000", 3, number("33.33"))])
    let line = try sample.line(10_000, of: order)
    try sample.change("Sales Line", line, ["Line Discount Amount": .decimal(10)])
    var row = try sample.record("Sales Line", line)
    #expect(row.number("Line Discount %") == number("10.001"))
    #expect(row.number("Line Amount") == number("89.99"))
    try sample.change("Sales Line", line, ["Line Discount %": .decimal(50)])
    row = try sample.record("Sales Line", line)
    #expect(row.number("Line Discount Amount") == number("50"))
    #expect(
      throws: Refusal(
        "Order 'S-00001', line 10000 ('1000'): the line discount must be from 0 % to 100 %")
    ) { try sample.change("Sales Line", line, ["Line Discount %": .decimal(101)]) }
  }

  @Test("a released order takes no other amounts, but texts and quantities to ship (DB-5, DB-7)")
  func released() throws {
    let sample = try SampleCompany()
    let order = try sample.order([("1000", 2, nil)])
    try sample.act { try $0.release(order) }
    #expect(try sample.record("Sales Header", order)["Status"] == .option(OptionValue(1)))
    let line = try sample.line(10_000, of: order)
    let sentence =
      "Order 'S-00001', line 10000 ('1000'): reopen the document before 'Quantity' is changed"
    #expect(throws: Refusal(sentence)) {
      try sample.change("Sales Line", line, ["Quantity": .decimal(3)])
    }
    #expect(throws: Refusal.self) { try sample.add(("1000", 1, nil), to: order) }
    #expect(throws: Refusal.self) {
      try sample.change("Sales Header", order, ["Location Code": .text("BLUE")])
    }
    try sample.change("Sales Line", line, ["Qty. to Ship": .decimal(1)])
    try sample.change("Sales Header", order, ["Your Reference": .text("ORD-1")])
    #expect(try sample.record("Sales Line", line).number("Qty. to Invoice") == 1)
    try sample.act { try $0.reopen(order) }
    try sample.change("Sales Line", line, ["Quantity": .decimal(3)])
    #expect(try sample.record("Sales Line", line).number("Amount") == 300)
  }

  @Test("what is not there or has nothing in it is not released (DB-2)")
  func nothingToRelease() throws {
    let sample = try SampleCompany()
    let order = try sample.order([])
    #expect(
      try sample.refusal { try $0.release(order) }
        == "there is nothing to release in Order 'S-00001': no line has a quantity")
  }

  @Test("customers see what is outstanding, whoever changes a line (DH-2)")
  func outstanding() throws {
    let sample = try SampleCompany()
    func outstanding() throws -> DecimalValue {
      try #require(try sample.records("Customer").first).number("Outstanding Orders (LCY)")
    }
    let order = try sample.order([("1000", 2, nil), ("2000", 1, nil)])
    #expect(try outstanding() == number("248.7"))
    let line = try sample.line(10_000, of: order)
    try sample.change("Sales Line", line, ["Quantity": .decimal(1)])
    #expect(try outstanding() == number("129.7"))
    _ = try sample.system.delete("Sales Line", line, company: sample.company).get()
    #expect(try outstanding() == number("10.7"))
    _ = try sample.system.delete("Sales Header", order, company: sample.company).get()
    #expect(try outstanding() == 0)
    #expect(try sample.records("Sales Line").isEmpty)
  }

  @Test("the currency says how amounts are rounded, and its rate what they are here (DA-2, DA-39)")
  func currency() throws {
    let sample = try SampleCompany()
    try sample.make(
      "Currency", ["Code": .text("JPY"), "Amount Rounding Precision": .decimal(1)])
    _ = try sample.system.create(
      "Currency Exchange Rate",
      [
        "Currency Code": .text("JPY"), "Starting Date": .date(.first),
        "Exchange Rate Amount": .decimal(160), "Relational Exch. Rate Amount": .decimal(1),
      ], by: .system, company: sample.company
    ).get()
    let order = try sample.order([], ["Currency Code": .text("JPY")])
    try sample.add(("1000", 3, number("333.5")), to: order)
    let line = try #require(try sample.lines(of: order).first)
    #expect(line.number("Amount") == 1001)
    #expect(line.number("Amount Including VAT") == 1191)
    #expect(line.number("Outstanding Amount (LCY)") == number("7.44"))
  }
}

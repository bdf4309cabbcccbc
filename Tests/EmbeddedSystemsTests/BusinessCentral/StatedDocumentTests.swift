import EmbeddedSystems
import MapRuntime
import Testing

@Suite("Documents of a state that is stated as a whole")
struct StatedDocumentTests {
  @Test(
    "amounts that nobody states are counted, and so are the figures of a customer who was there")
  func counted() throws {
    let sample = try SampleCompany()
    let (order, line) = (sample.system.newID(), sample.system.newID())
    try sample.system.create(
      together: [
        StatedRecord(
          "Sales Header", id: order,
          [
            "Document Type": .option(OptionValue(1)), "No.": .text("101"),
            "Sell-to Customer No.": .text("10000"), "Status": .option(OptionValue(1)),
          ]),
        StatedRecord(
          "Sales Line", id: line,
          [
            "Document Type": .option(OptionValue(1)), "Document No.": .text("101"),
            "Type": .option(OptionValue(2)), "No.": .text("1000"), "Quantity": .decimal(4),
            "Unit Price": .decimal(50), "Quantity Shipped": .decimal(1),
          ]),
      ], company: sample.company
    ).get()
    let row = try sample.record("Sales Line", line)
    #expect(row.number("Amount Including VAT") == 238)
    #expect(row.number("Outstanding Amount (LCY)") == number("178.5"))
    #expect(row.number("Shipped Not Invoiced (LCY)") == number("59.5"))
    #expect(try sample.record("Sales Header", order).number("Amount") == 200)
    var customer = try #require(try sample.records("Customer").first)
    #expect(customer.number("Outstanding Orders (LCY)") == number("178.5"))
    #expect(customer.number("Shipped Not Invoiced (LCY)") == number("59.5"))
    let posted = try sample.act { try $0.post(order, ship: true, invoice: true) }
    #expect(posted.isComplete)
    customer = try #require(try sample.records("Customer").first)
    #expect(customer.number("Outstanding Orders (LCY)") == 0)
    #expect(customer.number("Shipped Not Invoiced (LCY)") == 0)
    #expect(customer.number("Balance (LCY)") == 238)
  }

  @Test("amounts that are stated stay, whatever they would come to")
  func kept() throws {
    let sample = try SampleCompany()
    let line = sample.system.newID()
    try sample.system.create(
      together: [
        StatedRecord(
          "Sales Header", id: sample.system.newID(),
          [
            "Document Type": .option(OptionValue(1)), "No.": .text("101"),
            "Sell-to Customer No.": .text("10000"), "Amount": .decimal(800),
          ]),
        StatedRecord(
          "Sales Line", id: line,
          [
            "Document Type": .option(OptionValue(1)), "Document No.": .text("101"),
            "Type": .option(OptionValue(2)), "No.": .text("1000"), "Quantity": .decimal(5),
            "Unit Price": .decimal(40), "Amount": .decimal(200),
            "Amount Including VAT": .decimal(250),
          ]),
        StatedRecord(
          "Customer", id: sample.system.newID(),
          ["No.": .text("20000"), "Balance (LCY)": .decimal(500)]),
        StatedRecord(
          "Cust. Ledger Entry", id: sample.system.newID(),
          [
            "Entry No.": .integer(1), "Customer No.": .text("20000"),
            "Remaining Amt. (LCY)": .decimal(70), "Sales (LCY)": .decimal(60),
          ]),
      ], company: sample.company
    ).get()
    #expect(try sample.record("Sales Line", line).number("Amount Including VAT") == 250)
    #expect(try sample.records("Sales Header", by: "No.").first?.number("Amount") == 800)
    let customer = try sample.records("Customer").first { $0["No."] == .text("20000") }
    #expect(customer?.number("Balance (LCY)") == 500)
    #expect(customer?.number("Sales (LCY)") == 60)
  }

  @Test("a company has its setup from the beginning, and who states it anew says only what differs")
  func setup() throws {
    let sample = try SampleCompany()
    let ledger = try #require(try sample.records("General Ledger Setup").first)
    #expect(ledger.number("Amount Rounding Precision") == number("0.01"))
    #expect(ledger.number("Unit-Amount Rounding Precision") == number("0.00001"))
    try sample.make("General Ledger Setup", ["LCY Code": .text("NOK")])
    let all = try sample.records("General Ledger Setup")
    #expect(all.map { $0.text("LCY Code") } == ["NOK"])
    #expect(all.first?.number("Amount Rounding Precision") == number("0.01"))
  }
}

import EmbeddedSystems
import MapRuntime
import Testing

@Suite("Posted invoices of Business Central are paid, cancelled and corrected")
struct PaymentTests {
  private let sample: SampleCompany
  private let order: Guid
  private let invoice: Guid

  /// An order of 4 bicycles with 1 shipped and invoiced: 119.00, 2 % off within 8 days.
  init() throws {
    sample = try SampleCompany()
    order = try sample.order([("1000", 4, nil)], ["Payment Terms Code": .text("14 DAYS")])
    let line = try sample.line(10_000, of: order)
    try sample.change("Sales Line", line, ["Qty. to Ship": .decimal(1)])
    let (sample, order) = (sample, order)
    let posted = try sample.act { try $0.post(order, ship: true, invoice: true) }
    invoice = try #require(posted.invoice?.id)
  }

  private func header() throws -> [String: Value] {
    try sample.record("Sales Invoice Header", invoice)
  }

  private func balance() throws -> DecimalValue {
    try #require(try sample.records("Customer").first).number("Balance (LCY)")
  }

  private func entries() throws -> [[String: Value]] {
    try sample.records("Cust. Ledger Entry", by: "Entry No.")
  }

  @Test("a part leaves the rest open, the rest closes it (DE-3 to DE-5)")
  func parts() throws {
    let invoice = invoice
    try sample.act { try $0.pay(invoice, amount: 50) }
    #expect(try header().number("Remaining Amount") == 69)
    #expect(try header()["Closed"] == .boolean(false))
    #expect(try balance() == 69)
    let later = DateValue(year: 2026, month: 4, day: 10)
    try sample.act { try $0.pay(invoice, on: later) }
    #expect(try header().number("Remaining Amount") == 0)
    #expect(try header()["Closed"] == .boolean(true))
    #expect(try balance() == 0)
    #expect(
      try entries().map { $0["Open"] } == [.boolean(false), .boolean(false), .boolean(false)])
    #expect(
      try sample.refusal { try $0.pay(invoice) } == "invoice 'PSI-00001' has nothing left to pay")
  }

  @Test("who pays in time what is due after the discount gets it (DE-6, DE-7)")
  func discount() throws {
    let invoice = invoice
    #expect(try entries().first?.number("Original Pmt. Disc. Possible") == number("2.38"))
    let paid = try sample.act { try $0.pay(invoice, amount: number("116.62")) }
    #expect(paid.discount == number("2.38"))
    #expect(paid.remaining == 0)
    #expect(try balance() == 0)
    let kinds = try sample.records("Detailed Cust. Ledg. Entry", by: "Entry No.")
      .map { $0["Entry Type"]?.option?.rawValue }
    #expect(kinds.filter { $0 == 7 }.count == 1)
  }

  @Test("a payment that is taken back opens both again, and the discount is possible again (DE-11)")
  func unapplied() throws {
    let invoice = invoice
    try sample.act { try $0.pay(invoice, amount: number("116.62")) }
    try sample.act { try $0.unapply(invoice) }
    #expect(try header().number("Remaining Amount") == 119)
    #expect(try header()["Closed"] == .boolean(false))
    let open = try entries()
    #expect(open.map { $0.number("Remaining Amount") } == [119, number("-116.62")])
    #expect(open.first?.number("Remaining Pmt. Disc. Possible") == number("2.38"))
    #expect(try balance() == number("2.38"))
    #expect(
      try sample.refusal { try $0.unapply(invoice) } == "nothing is applied to invoice 'PSI-00001'")
  }

  @Test(
    "a cancelled invoice is settled by its credit memo, and the order is to be shipped again (DF-1 to DF-3)"
  )
  func cancelled() throws {
    let (invoice, sample) = (invoice, sample)
    let memo = try sample.act { try $0.cancel(invoice) }
    #expect(memo.number == "PSCR-00001")
    #expect(try header()["Cancelled"] == .boolean(true))
    #expect(try header().number("Remaining Amount") == 0)
    let credit = try sample.record("Sales Cr.Memo Header", memo.id)
    #expect(credit.number("Amount Including VAT") == 119)
    #expect(credit.number("Remaining Amount") == 0)
    #expect(try balance() == 0)
    let line = try #require(try sample.lines(of: order).first)
    #expect(line.number("Quantity Shipped") == 0)
    #expect(line.number("Quantity Invoiced") == 0)
    #expect(line.number("Qty. to Ship") == 4)
    let customer = try #require(try sample.records("Customer").first)
    #expect(customer.number("Outstanding Orders (LCY)") == 476)
    #expect(customer.number("Sales (LCY)") == 0)
    let item = try sample.records("Item").first { $0["No."] == .text("1000") }
    #expect(item?.number("Inventory") == 0)
    #expect(
      try sample.refusal { try $0.cancel(invoice) } == "invoice 'PSI-00001' is cancelled already")
  }

  @Test("a paid invoice is not cancelled before its payment is taken back (DF-1)")
  func paid() throws {
    let (invoice, sample) = (invoice, sample)
    try sample.act { try $0.pay(invoice, amount: 1) }
    #expect(
      try sample.refusal { try $0.cancel(invoice) }
        == "invoice 'PSI-00001' is paid, at least in part: unapply the payment first")
    try sample.act { try $0.unapply(invoice) }
    try sample.act { try $0.cancel(invoice) }
  }

  @Test("an invoice of nothing, as of a gift, is cancelled as any other (DF-1)")
  func gift() throws {
    let sample = sample
    let order = try sample.order([("1000", 2, nil)])
    let line = try sample.line(10_000, of: order)
    try sample.change("Sales Line", line, ["Line Discount %": .decimal(100)])
    let posted = try sample.act { try $0.post(order, ship: true, invoice: true) }
    let gift = try #require(posted.invoice?.id)
    #expect(try sample.record("Sales Invoice Header", gift).number("Amount Including VAT") == 0)
    let memo = try sample.act { try $0.cancel(gift) }
    let credit = try sample.record("Sales Cr.Memo Header", memo.id)
    #expect(credit.number("Amount Including VAT") == 0)
    #expect(try sample.record("Sales Invoice Header", gift)["Cancelled"] == .boolean(true))
    #expect(try balance() == 119)
  }

  @Test("a corrected invoice begins again as an open one (DF-4)")
  func corrected() throws {
    let (invoice, sample) = (invoice, sample)
    let new = try sample.act { try $0.correct(invoice) }
    #expect(new.number == "SI-00001")
    let header = try sample.record("Sales Header", new.id)
    #expect(header["Document Type"] == .option(OptionValue(2)))
    #expect(header.number("Amount Including VAT") == 119)
    let posted = try sample.act { try $0.post(new.id, ship: true, invoice: true) }
    #expect(posted.isComplete)
    #expect(try balance() == 119)
  }
}

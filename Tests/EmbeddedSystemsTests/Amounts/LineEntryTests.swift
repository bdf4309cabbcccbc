import MapRuntime
import Testing

@testable import EmbeddedSystems

@Suite("Entering lines into a document")
struct LineEntryTests {
  private let vat = LineVAT(identifier: "V20", setupPercent: 20)

  private func number(_ text: String) throws -> DecimalValue { try DecimalValue(parsing: text) }

  private func document(
    _ prices: [String], quantity: DecimalValue = 1, gross: Bool = false
  ) throws -> SalesDocumentAmounts {
    var terms = AmountTerms()
    terms.pricesIncludeVAT = gross
    var document = SalesDocumentAmounts(terms: terms)
    for price in prices {
      try document.append(SalesLineAmounts(quantity: quantity, unitPrice: number(price), vat: vat))
    }
    return document
  }

  @Test("a comment has no amounts, whatever stands in it (DA-7)")
  func comment() throws {
    var document = try document(["41.62"])
    try document.append(
      SalesLineAmounts(hasType: false, quantity: 3, unitPrice: 10, vat: vat))
    try document.take(invoiceDiscountAmount: 1)
    #expect(document.lines[1].lineAmount == 0)
    #expect(document.lines[1].amountIncludingVAT == 0)
    #expect(try document.totals().amount == number("40.62"))
    #expect(try document.vatGroups().groups.count == 1)
  }

  @Test("a discount that is entered stays until its line changes (DA-10, DA-12)")
  func discountAmount() throws {
    var document = try document(["19.99"], quantity: 3)
    try document.take(lineDiscountAmount: 5, at: 0)
    #expect(document.lines[0].lineDiscountPercent == (try number("8.33750")))
    #expect(document.lines[0].lineDiscountAmount == 5)
    try document.take(quantity: 6, at: 0)
    #expect(document.lines[0].lineDiscountAmount == (try number("10.00")))
    try document.take(unitPrice: number("20.03"), at: 0)
    #expect(document.lines[0].lineDiscountAmount == (try number("10.02")))
  }

  @Test("a discount beyond its line, or of a line without quantity, is refused (DA-9 to DA-11)")
  func refusals() throws {
    var document = try document(["10"])
    #expect(throws: AmountRefusal.lineDiscount) { try document.take(lineDiscountAmount: 11, at: 0) }
    #expect(throws: AmountRefusal.lineDiscount) { try document.take(lineDiscountAmount: -1, at: 0) }
    #expect(throws: AmountRefusal.lineDiscount) {
      try document.take(lineDiscountPercent: 101, at: 0)
    }
    document = try self.document(["10"])
    #expect(throws: AmountRefusal.lineAmount) { try document.take(lineAmount: 11, at: 0) }
    #expect(throws: AmountRefusal.lineAmount) { try document.take(lineAmount: -1, at: 0) }
    try document.take(quantity: 0, at: 0)
    #expect(throws: AmountRefusal.noQuantity) { try document.take(lineDiscountAmount: 1, at: 0) }
    #expect(throws: AmountRefusal.noQuantity) { try document.take(lineAmount: 1, at: 0) }
  }

  @Test("a changed line drops its invoice discount, and the header's shrinks by it (DA-13)")
  func droppedDiscount() throws {
    var document = try document(["100", "50"])
    try document.take(invoiceDiscountAmount: 15)
    #expect(document.lines.map(\.invoiceDiscountAmount) == [10, 5])
    try document.take(quantity: 2, at: 0)
    #expect(document.lines.map(\.invoiceDiscountAmount) == [0, 5])
    #expect(document.invoiceDiscount == .amount(5))
    #expect(document.lines.map(\.recalculateInvoiceDiscount) == [true, false])
    try document.spreadInvoiceDiscountIfAsked()
    #expect(document.lines.map(\.invoiceDiscountAmount) == [4, 1])
    #expect(!document.lines.contains { $0.recalculateInvoiceDiscount })
  }

  @Test("a discount entered as an amount leaves the header's invoice discount (DA-13)")
  func keptDiscount() throws {
    var document = try document(["100", "50"])
    try document.take(invoiceDiscountAmount: 15)
    try document.take(lineDiscountAmount: 1, at: 0)
    #expect(document.lines.map(\.invoiceDiscountAmount) == [0, 5])
    #expect(document.invoiceDiscount == .amount(15))
  }

  @Test("a line that stops to allow an invoice discount has none (DA-14)")
  func disallowed() throws {
    var document = try document(["100", "50"])
    try document.take(invoiceDiscountAmount: 15)
    try document.take(allowInvoiceDiscount: false, at: 1)
    #expect(document.lines.map(\.invoiceDiscountAmount) == [10, 0])
    #expect(document.lines[1].amountIncludingVAT == 60)
    try document.take(invoiceDiscountPercent: 10)
    #expect(document.lines.map(\.invoiceDiscountAmount) == [10, 0])
  }

  @Test("an invoice discount without lines for it, or above them, is refused (DA-30)")
  func invoiceDiscountRefusals() throws {
    var document = try document(["10"])
    #expect(throws: AmountRefusal.invoiceDiscount) {
      try document.take(invoiceDiscountAmount: number("10.01"))
    }
    document = try self.document(["10"])
    try document.take(allowInvoiceDiscount: false, at: 0)
    #expect(throws: AmountRefusal.noInvoiceDiscountBase) {
      try document.take(invoiceDiscountAmount: 1)
    }
    try document.take(invoiceDiscountAmount: 0)
  }

  @Test("another line takes over the cent of a line that goes (DA-16, DC-23)")
  func handedOver() throws {
    let whole = try document(["41.62", "41.62", "5"])
    #expect(whole.lines.map(\.amountIncludingVAT) == [49_94, 49_95, 6_00].map(Self.cents))
    var emptied = whole
    try emptied.take(quantity: 0, at: 0)
    #expect(emptied.lines.map(\.amountIncludingVAT) == [0, 49_94, 6_00].map(Self.cents))
    var shorter = whole
    try shorter.remove(at: 0)
    #expect(shorter.lines.map(\.amountIncludingVAT) == [49_94, 6_00].map(Self.cents))
    // The nearest one before comes first.
    var last = whole
    try last.remove(at: 2)
    #expect(last.lines.map(\.amountIncludingVAT) == [49_94, 49_95].map(Self.cents))
  }

  private static func cents(_ count: Int128) -> DecimalValue {
    DecimalValue(units: count * 100_000_000)
  }

  @Test("prices that get VAT are converted, and all is counted anew (DJ-15)")
  func pricesWithVAT() throws {
    var document = try document(["10.01", "3.333"])
    for index in document.lines.indices {
      document.lines[index].unitPrice = try UnitPrice.including(
        20, document.lines[index].unitPrice)
    }
    var terms = document.terms
    terms.pricesIncludeVAT = true
    document = try document.recounted(terms)
    #expect(document.lines.map(\.unitPrice) == [try number("12.012"), try number("3.9996")])
    #expect(document.lines.map(\.amountIncludingVAT) == [12_01, 4_00].map(Self.cents))
    #expect(document.lines.map(\.amount) == [10_01, 3_33].map(Self.cents))
    #expect(try UnitPrice.excluding(20, number("12.012")) == number("10.01"))
  }

  @Test("a VAT correction by hand lasts until the line amount changes (DA-22, DA-26)")
  func correction() throws {
    var document = try document(["10", "10"])
    document.lines[0].vatDifference = try number("0.02")
    try document.release()
    #expect(try document.totals().vat() == number("4.02"))
    try document.take(unitPrice: 11, at: 0)
    try document.release()
    #expect(try document.totals().vat() == number("4.20"))
  }

  @Test("the row of a customer's discounts that a document reaches decides (DA-34, DA-35)")
  func automaticDiscount() throws {
    let rows = [
      CustomerInvoiceDiscount(minimumAmount: 0, percent: 0, serviceCharge: 10),
      CustomerInvoiceDiscount(minimumAmount: 100, percent: 5, serviceCharge: 0),
      CustomerInvoiceDiscount(minimumAmount: 200, percent: 7, serviceCharge: 0),
    ]
    let discounts = CustomerInvoiceDiscounts(rows: rows, factor: nil)
    var reached = try document(["120", "60"], gross: true)
    #expect(try reached.takeInvoiceDiscount(of: discounts)?.percent == 5)
    #expect(reached.lines.map(\.invoiceDiscountAmount) == [6, 3])
    #expect(reached.invoiceDiscount == .percent(5))
    var small = try document(["90"], gross: true)
    let row = try #require(try small.takeInvoiceDiscount(of: discounts))
    #expect(
      try discounts.price(ofServiceCharge: row.serviceCharge, vat, small.terms) == 12)
    // Rows in local currency, for a document of which two are one.
    let local = CustomerInvoiceDiscounts(rows: rows, factor: try CurrencyFactor(stored: 2))
    #expect(try local.row(forBase: 210)?.percent == 5)
    // Where there are rows and none is reached, an amount set before is overwritten; without rows
    // it stays.
    var before = try document(["50"])
    try before.take(invoiceDiscountAmount: 1)
    let high = CustomerInvoiceDiscounts(rows: Array(rows.dropFirst()), factor: nil)
    #expect(try before.takeInvoiceDiscount(of: high) == nil)
    #expect(before.invoiceDiscount == .percent(0))
    try before.take(invoiceDiscountAmount: 1)
    _ = try before.takeInvoiceDiscount(of: CustomerInvoiceDiscounts(rows: [], factor: nil))
    #expect(before.invoiceDiscount == .amount(1))
  }

  @Test("the VAT base discount is at most the tolerance (DA-25)")
  func vatBaseDiscount() {
    #expect(
      AmountTerms.vatBaseDiscountPercent(paymentDiscountPercent: 2, vatTolerancePercent: 0) == 0)
    #expect(
      AmountTerms.vatBaseDiscountPercent(paymentDiscountPercent: 2, vatTolerancePercent: 3) == 2)
  }
}

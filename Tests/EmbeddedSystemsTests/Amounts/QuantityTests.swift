import MapRuntime
import Testing

@testable import EmbeddedSystems

@Suite("Quantities of an order line")
struct QuantityTests {
  private let line = LineQuantities(quantity: 10, shipped: 4, invoiced: 1, toShip: 0, toInvoice: 0)

  @Test("what is to be shipped decides what is to be invoiced (DC-2)")
  func defaults() throws {
    var line = line
    try line.take(toShip: 2)
    #expect(line.toInvoice == 5)
    let remainder = try LineQuantities(quantity: 10, shipped: 4, invoiced: 1, .remainder)
    #expect(remainder.toShip == 6)
    #expect(remainder.toInvoice == 9)
    let blank = try LineQuantities(quantity: 10, shipped: 4, invoiced: 1, .blank)
    #expect(blank.toShip == 0)
    #expect(blank.toInvoice == 3)
  }

  @Test("no more than there is, and not of the other sign (DC-3)")
  func refusals() throws {
    var line = line
    #expect(throws: AmountRefusal.quantityToShip) { try line.take(toShip: 7) }
    #expect(throws: AmountRefusal.quantityToShip) { try line.take(toShip: -1) }
    #expect(throws: AmountRefusal.quantityToInvoice) { try line.take(toInvoice: 4) }
    #expect(throws: AmountRefusal.quantityToInvoice) { try line.take(toInvoice: -1) }
    #expect(throws: AmountRefusal.quantityShipped) { try line.take(quantity: 3, .remainder) }
    #expect(throws: AmountRefusal.quantityShipped) { try line.take(quantity: -4, .remainder) }
    try line.take(quantity: 4, .remainder)
    #expect(line.isCompletelyShipped)
    var returned = try LineQuantities(quantity: -3, .remainder)
    try returned.take(toShip: -2)
    #expect(returned.toInvoice == -2)
    #expect(throws: AmountRefusal.quantityToShip) { try returned.take(toShip: 1) }
  }

  @Test("a quantity has its unit's precision (DA-5)")
  func precision() throws {
    let whole = try RoundingPrecision(1)
    let value = try DecimalValue(parsing: "2.5")
    #expect(try LineQuantities.quantity(value, unitPrecision: nil) == value)
    #expect(throws: AmountRefusal.quantityPrecision) {
      try LineQuantities.quantity(value, unitPrecision: whole)
    }
    #expect(
      try LineQuantities.quantity(DecimalValue(parsing: "0.123456"), unitPrecision: nil)
        == DecimalValue(parsing: "0.12346"))
    #expect(
      try LineQuantities.base(value, quantityPerUnit: DecimalValue(parsing: "0.33333"))
        == DecimalValue(parsing: "0.83333"))
  }

  @Test("an invoice without a shipment takes no more than was shipped (DC-5, DC-16)")
  func invoiceOnly() throws {
    let line = LineQuantities(quantity: 10, shipped: 4, invoiced: 1, toShip: 6, toInvoice: 9)
    let posting = try #require(try QuantityPosting(ships: false, invoices: true, of: [line]))
    #expect(try posting.toInvoice(line) == 3)
    let after = try posting.posted(line, .remainder)
    #expect(after.invoiced == 4)
    #expect(after.shipped == 4)
    #expect(!posting.completes([after]))
    #expect(try QuantityPosting(ships: false, invoices: true, of: [after]) == nil)
    #expect(try QuantityPosting(ships: false, invoices: false, of: [line]) == nil)
  }

  @Test("a shipment alone never completes an order (DC-19)")
  func shipmentOnly() throws {
    let line = LineQuantities(quantity: 0, toShip: 0, toInvoice: 0)
    let goods = LineQuantities(quantity: 2, toShip: 2, toInvoice: 2)
    let shipment = try #require(
      try QuantityPosting(ships: true, invoices: false, of: [line, goods]))
    #expect(!shipment.completes([try shipment.posted(goods, .remainder)]))
    let both = try #require(try QuantityPosting(ships: true, invoices: true, of: [line, goods]))
    #expect(both.completes([line, try both.posted(goods, .remainder)]))
  }

  @Test("the discount of what is to be invoiced is spread when a document is released (DB-4)")
  func discountToInvoice() throws {
    var document = SalesDocumentAmounts(terms: AmountTerms())
    for _ in 1...3 {
      try document.append(
        SalesLineAmounts(
          quantity: 3, unitPrice: 50, vat: LineVAT(identifier: "V0", setupPercent: 0)))
    }
    try document.take(invoiceDiscountPercent: DecimalValue(parsing: "0.01"))
    for index in document.lines.indices { try document.take(quantityToInvoice: 1, at: index) }
    // Each line gives 0.02 (0.015 rounded, or what is left of it) off, and a third of it is 0.01.
    #expect(document.lines.map(\.invoiceDiscountAmount.description) == ["0.02", "0.01", "0.02"])
    #expect(
      document.lines.map(\.invoiceDiscountAmountToInvoice.description) == ["0.01", "0", "0.01"])
    try document.release()
    // Together it is 0.02, spread by line amounts of 50: 0.0067, 0.0133, 0.02.
    #expect(
      document.lines.map(\.invoiceDiscountAmountToInvoice.description) == ["0.01", "0", "0.01"])
  }
}

import MapRuntime

@testable import EmbeddedSystems

/// Questions about Sales orders that come to BC.
enum ImportFacts {
  static let questions: [String: @Sendable (Fact) throws -> Fact] = ["importOrder": importOrder]

  /// The discounts of a line go into its discount amount, freight into a line of its own, and the
  /// discount of the whole order into the invoice discount (R E-28, E-33, E-34).
  private static func importOrder(_ asked: Fact) throws -> Fact {
    let header = try asked.field("header")
    let vat = try LineVAT(
      identifier: "V\(asked.text("bcVat"))", setupPercent: asked.number("bcVat"))
    var document = SalesDocumentAmounts(terms: AmountTerms())
    for line in try asked.list("lines") {
      let (quantity, price) = (try line.number("quantity"), try line.number("priceperunit"))
      let discount =
        try line.number("volumediscountamount", or: 0) * quantity
        + line.number("manualdiscountamount", or: 0)
      try document.append(SalesLineAmounts(quantity: quantity, unitPrice: price, vat: vat))
      try document.take(lineDiscountAmount: discount, at: document.lines.endIndex - 1)
    }
    // What Sales has as the total of the lines is what the lines come to in a net document.
    let total = try document.totals().amount
    let headerDiscount =
      try header.number("discountamount", or: 0)
      + DotNetDecimal(total).percent(DotNetDecimal(header.number("discountpercentage", or: 0)))
      .rounded(to: .amount)
    let freight = try header.number("freightamount", or: 0)
    if freight != 0 {
      let vat = try LineVAT(
        identifier: "V\(asked.text("freightVat"))", setupPercent: asked.number("freightVat"))
      try document.append(
        SalesLineAmounts(quantity: 1, unitPrice: freight, vat: vat, allowInvoiceDiscount: false))
    }
    try document.take(invoiceDiscountAmount: headerDiscount)
    try document.release()
    return .object([
      "headerDiscount": .number(headerDiscount),
      "bcTotal": .number(try document.totals().amountIncludingVAT),
      "bcLines": .list(
        document.lines.map { line in
          .object([
            "lineDiscAmt": .number(line.lineDiscountAmount),
            "lineDiscPct": .number(line.lineDiscountPercent),
            "lineAmount": .number(line.lineAmount),
            "invDisc": .number(line.invoiceDiscountAmount), "amount": .number(line.amount),
            "incl": .number(line.amountIncludingVAT),
          ])
        }),
    ])
  }
}

import MapRuntime

/// A row of a customer's invoice discounts (DA-34, DA-35).
struct CustomerInvoiceDiscount: Hashable, Sendable {
  let minimumAmount: DecimalValue
  let percent: DecimalValue
  let serviceCharge: DecimalValue
}

/// The rows of an invoice discount code: those in the document's currency, or else those in local
/// currency (DA-34).
struct CustomerInvoiceDiscounts: Hashable, Sendable {
  let rows: [CustomerInvoiceDiscount]
  /// The header's factor where the rows are in local currency and the document is not.
  let factor: CurrencyFactor?

  /// The row with the largest minimum that the document reaches; nil if it reaches none.
  func row(forBase base: DecimalValue) throws(AmountRefusal) -> CustomerInvoiceDiscount? {
    let base = try factor.local(base)
    return rows.filter { $0.minimumAmount <= base }.max { $0.minimumAmount < $1.minimumAmount }
  }

  /// The unit price of a service charge in the document: with VAT in a gross one (DA-35).
  func price(
    ofServiceCharge charge: DecimalValue, _ vat: LineVAT, _ terms: AmountTerms
  ) throws(AmountRefusal) -> DecimalValue {
    let price = try UnitPrice.foreign(charge, factor, to: terms.unitAmountPrecision)
    guard terms.pricesIncludeVAT else { return price }
    return try UnitPrice.including(vat.percent, price, to: terms.unitAmountPrecision)
  }
}

extension SalesDocumentAmounts {
  /// What decides which row is reached: the line amounts, without VAT also in a gross document
  /// (DA-34).
  func invoiceDiscountChargeBase() throws(AmountRefusal) -> DecimalValue {
    var base: DecimalValue = 0
    for group in try vatGroups().groups {
      let net =
        terms.pricesIncludeVAT
        ? try (DotNetDecimal(group.lineAmount) / group.vat.grossShare())
          .rounded(to: terms.amountPrecision) : group.lineAmount
      base = try base.adding(net)
    }
    return base
  }

  /// The automatic discount of release, posting and statistics where the setup has Calc. Inv.
  /// Discount: if there is any row, the header gets its percentage, in place of an amount that it had
  /// (DA-34). Returns the row that was reached.
  mutating func takeInvoiceDiscount(
    of discounts: CustomerInvoiceDiscounts, perVATIdentifier: Bool = false
  ) throws(AmountRefusal) -> CustomerInvoiceDiscount? {
    guard !discounts.rows.isEmpty else { return nil }
    let row = try discounts.row(forBase: invoiceDiscountChargeBase())
    try take(invoiceDiscountPercent: row?.percent ?? 0, perVATIdentifier: perVATIdentifier)
    return row
  }
}

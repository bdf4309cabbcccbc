import MapRuntime

/// The fields of a sales line that amounts are counted from and that are counted.
///
/// A value is a line as the database has it. The functions below are what validating one of its
/// fields does to the line itself; what the line comes to among the others is counted by
/// `SalesDocumentAmounts`.
struct SalesLineAmounts: Hashable, Sendable {
  /// False for a comment, a line of type blank, which has no amounts at all (DA-7).
  var hasType = true
  var quantity: DecimalValue = 0
  var unitPrice: DecimalValue = 0
  var lineDiscountPercent: DecimalValue = 0
  var lineDiscountAmount: DecimalValue = 0
  var lineAmount: DecimalValue = 0

  var allowInvoiceDiscount = true
  var invoiceDiscountAmount: DecimalValue = 0
  /// Recalculate Invoice Disc.: the header's discount is to be spread again (DA-14, DA-36).
  var recalculateInvoiceDiscount = false
  var quantityToInvoice: DecimalValue = 0
  /// Inv. Disc. Amount to Invoice (DC-4).
  var invoiceDiscountAmountToInvoice: DecimalValue = 0

  var vat: LineVAT
  /// A correction of VAT by hand (DA-26).
  var vatDifference: DecimalValue = 0
  var amount: DecimalValue = 0
  var vatBaseAmount: DecimalValue = 0
  var amountIncludingVAT: DecimalValue = 0

  init(
    hasType: Bool = true, quantity: DecimalValue = 0, unitPrice: DecimalValue = 0, vat: LineVAT,
    allowInvoiceDiscount: Bool = true
  ) {
    self.hasType = hasType
    self.quantity = quantity
    self.unitPrice = unitPrice
    self.vat = vat
    // Full VAT is VAT alone, of which nothing is given off (DA-20).
    self.allowInvoiceDiscount = allowInvoiceDiscount && vat.calculationType != .full
  }

  /// Whether the line is in no VAT group and no sum (DA-21).
  var isLeftOut: Bool { !hasType || quantity == 0 || unitPrice == 0 }

  /// The line amount without the invoice discount.
  func net() throws(AmountRefusal) -> DecimalValue {
    try lineAmount.subtracting(invoiceDiscountAmount)
  }

  /// G: quantity times unit price, rounded (DA-8).
  func grossValue(_ terms: AmountTerms) throws(AmountRefusal) -> DecimalValue {
    if quantity == 0 || unitPrice == 0 { return 0 }
    return try (DotNetDecimal(quantity) * DotNetDecimal(unitPrice))
      .rounded(to: terms.amountPrecision)
  }
}

/// Line discount and line amount; each drops the invoice discount of the line (DA-13).
extension SalesLineAmounts {
  /// The amounts from quantity, unit price and the discount in percent, as after a change of any of
  /// these (DA-8, DA-9, DA-12).
  mutating func takeLineDiscount(
    percent: DecimalValue, _ terms: AmountTerms
  ) throws(AmountRefusal) {
    guard (0...100).contains(percent) else { throw .lineDiscount }
    let percent = try percent.rounded(to: .unitAmount)
    let gross = try grossValue(terms)
    let discount =
      gross == 0 || percent == 0
      ? 0
      : try DotNetDecimal(gross).percent(DotNetDecimal(percent))
        .rounded(to: terms.amountPrecision)
    try take(gross, discount, percent)
  }

  /// A discount entered as an amount: it stays, and the percentage follows if it changed (DA-10).
  mutating func takeLineDiscount(
    amount: DecimalValue, _ terms: AmountTerms
  ) throws(AmountRefusal) {
    guard quantity != 0 else { throw .noQuantity }
    let gross = try grossValue(terms)
    let discount = try amount.rounded(to: terms.amountPrecision)
    guard discount != lineDiscountAmount else {
      try take(gross, discount, lineDiscountPercent)
      return
    }
    let percent: DecimalValue =
      gross == 0
      ? 0
      : try (DotNetDecimal(discount) / DotNetDecimal(gross) * DotNetDecimal(100))
        .rounded(to: .unitAmount)
    guard (0...100).contains(percent) else { throw .lineDiscount }
    try take(gross, discount, percent)
  }

  /// A line amount that was entered: what is missing to the gross value is line discount (DA-11).
  mutating func takeLineAmount(
    _ entered: DecimalValue, _ terms: AmountTerms
  ) throws(AmountRefusal) {
    guard hasType, quantity != 0, unitPrice != 0 else { throw .noQuantity }
    let gross = try grossValue(terms)
    let entered = try entered.rounded(to: terms.amountPrecision)
    guard entered.size <= gross.size, entered == 0 || entered.isNegative == gross.isNegative else {
      throw .lineAmount
    }
    try takeLineDiscount(amount: gross.subtracting(entered), terms)
  }

  /// A line that stops to allow an invoice discount has none (DA-14).
  mutating func takeAllowInvoiceDiscount(_ isAllowed: Bool) {
    allowInvoiceDiscount = isAllowed && vat.calculationType != .full
    if !allowInvoiceDiscount { dropInvoiceDiscount() }
  }

  private mutating func take(
    _ gross: DecimalValue, _ discount: DecimalValue, _ percent: DecimalValue
  ) throws(AmountRefusal) {
    let amount = hasType ? try gross.subtracting(discount) : 0
    lineDiscountPercent = percent
    lineDiscountAmount = hasType ? discount : 0
    if allowInvoiceDiscount, amount != lineAmount || invoiceDiscountAmount != 0 {
      recalculateInvoiceDiscount = true
    }
    // A VAT difference was for the amount that the line had (DA-26).
    if amount != lineAmount { vatDifference = 0 }
    lineAmount = amount
    dropInvoiceDiscount()
  }

  private mutating func dropInvoiceDiscount() {
    invoiceDiscountAmount = 0
    invoiceDiscountAmountToInvoice = 0
  }
}

import MapRuntime

/// The line that rounds the total of a posted invoice, as cash needs it (DD-2).
struct InvoiceRounding: Hashable, Sendable {
  /// Invoice Rounding Precision and its type.
  let precision: RoundingPrecision
  let direction: DecimalRounding
  /// Of the account that takes the difference.
  let vat: LineVAT

  /// The line behind the others; nil where the total is round already. It has quantity 1 and forms
  /// its own group where it is negative.
  func line(
    for totals: AmountTotals, _ terms: AmountTerms
  ) throws(AmountRefusal) -> SalesLineAmounts? {
    let total = totals.amountIncludingVAT
    let difference = try total.rounded(to: precision, direction).subtracting(total)
      .rounded(to: terms.amountPrecision)
    guard difference != 0 else { return nil }
    let net = try (DotNetDecimal(difference) / vat.grossShare())
      .rounded(to: terms.amountPrecision)
    var line = SalesLineAmounts(
      quantity: 1, unitPrice: terms.pricesIncludeVAT ? difference : net, vat: vat,
      allowInvoiceDiscount: false)
    line.quantityToInvoice = 1
    line.lineAmount = line.unitPrice
    line.amount = net
    line.vatBaseAmount = try terms.vatBase(of: net)
    line.amountIncludingVAT = difference
    return line
  }
}

import MapRuntime

/// Outstanding Amount and Shipped Not Invoiced of an order line, with VAT, in the document's currency
/// and the local one (DA-38, DA-39).
struct OutstandingAmounts: Hashable, Sendable {
  let outstanding: DecimalValue
  let shippedNotInvoiced: DecimalValue
  let outstandingLocal: DecimalValue
  let shippedNotInvoicedLocal: DecimalValue

  /// - Parameters:
  ///   - factor: the header's; nil for the local currency.
  ///   - localPrecision: the Amount Rounding Precision of the local currency.
  init(
    amountIncludingVAT: DecimalValue, _ quantities: LineQuantities, _ terms: AmountTerms,
    factor: CurrencyFactor?, localPrecision: RoundingPrecision = .amount
  ) throws(AmountRefusal) {
    func part(_ units: DecimalValue) throws(AmountRefusal) -> DecimalValue {
      guard quantities.quantity != 0 else { return 0 }
      return try
        (DotNetDecimal(amountIncludingVAT) * DotNetDecimal(units)
        / DotNetDecimal(quantities.quantity)).rounded(to: terms.amountPrecision)
    }
    outstanding = try part(quantities.outstanding())
    shippedNotInvoiced = try part(quantities.shippedNotInvoiced())
    outstandingLocal = try factor.local(outstanding, to: localPrecision)
    shippedNotInvoicedLocal = try factor.local(shippedNotInvoiced, to: localPrecision)
  }

  /// Shipped Not Inv. (LCY) No VAT (DA-39).
  func shippedNotInvoicedLocal(
    without vat: LineVAT, to precision: RoundingPrecision = .amount
  ) throws(AmountRefusal) -> DecimalValue {
    try (DotNetDecimal(shippedNotInvoicedLocal) / vat.grossShare()).rounded(to: precision)
  }
}

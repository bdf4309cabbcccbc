import MapRuntime

/// What of a sales header says how the amounts of its lines are counted.
struct AmountTerms: Hashable, Sendable {
  /// Whether prices and line amounts hold VAT: a gross document.
  var pricesIncludeVAT = false
  /// VAT Base Discount %, which lowers what VAT is for (DA-25).
  var vatBaseDiscountPercent: DecimalValue = 0
  /// The Amount Rounding Precision of the document's currency (DA-2).
  var amountPrecision = RoundingPrecision.amount
  /// The Unit-Amount Rounding Precision of the document's currency (DA-2).
  var unitAmountPrecision = RoundingPrecision.unitAmount
  /// The direction in which the VAT of a group is rounded; spreading rounds to the nearest (DA-3).
  var vatRounding = DecimalRounding.nearest

  /// The VAT Base Discount % that a header takes from its terms: never more than the setup's VAT
  /// Tolerance % (DA-25).
  static func vatBaseDiscountPercent(
    paymentDiscountPercent: DecimalValue, vatTolerancePercent: DecimalValue
  ) -> DecimalValue {
    min(paymentDiscountPercent, vatTolerancePercent)
  }

  /// What is left of 1 after the VAT base discount: 0.98 with 2 %.
  func vatBaseShare() throws(AmountRefusal) -> DotNetDecimal {
    try .one - DotNetDecimal(vatBaseDiscountPercent).hundredth()
  }

  /// The VAT base of an amount (DA-17).
  func vatBase(of amount: DecimalValue) throws(AmountRefusal) -> DecimalValue {
    guard vatBaseDiscountPercent != 0 else {
      return try amount.rounded(to: amountPrecision)
    }
    return try (DotNetDecimal(amount) * vatBaseShare()).rounded(to: amountPrecision)
  }
}

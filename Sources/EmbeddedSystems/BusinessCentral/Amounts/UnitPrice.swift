import MapRuntime

/// Unit prices that the system computes, rounded to the unit-amount precision (DA-6).
enum UnitPrice {
  /// With VAT from without (DJ-15).
  static func including(
    _ vatPercent: DecimalValue, _ price: DecimalValue, to precision: RoundingPrecision = .unitAmount
  ) throws(AmountRefusal) -> DecimalValue {
    try (DotNetDecimal(price) * (.one + DotNetDecimal(vatPercent).hundredth()))
      .rounded(to: precision)
  }

  /// Without VAT from with (DJ-15, R E-27).
  static func excluding(
    _ vatPercent: DecimalValue, _ price: DecimalValue, to precision: RoundingPrecision = .unitAmount
  ) throws(AmountRefusal) -> DecimalValue {
    try (DotNetDecimal(price) / (.one + DotNetDecimal(vatPercent).hundredth()))
      .rounded(to: precision)
  }

  /// Of a gross document whose line gets another VAT % (DK-4).
  static func converted(
    _ price: DecimalValue, fromPercent old: DecimalValue, toPercent new: DecimalValue,
    to precision: RoundingPrecision = .unitAmount
  ) throws(AmountRefusal) -> DecimalValue {
    let hundred = DotNetDecimal(coefficient: 100, scale: 0)
    return try
      (DotNetDecimal(price) * (hundred + DotNetDecimal(new))
      / (hundred + DotNetDecimal(old)))
      .rounded(to: precision)
  }

  /// A price of the local currency in the document's (DK-6).
  static func foreign(
    _ price: DecimalValue, _ factor: CurrencyFactor?, to precision: RoundingPrecision = .unitAmount
  ) throws(AmountRefusal) -> DecimalValue {
    guard let factor else { return try price.rounded(to: precision) }
    return try factor.foreign(price).rounded(to: precision)
  }
}

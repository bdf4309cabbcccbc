import MapRuntime

/// What a rounded number is a multiple of: 0.01 for amounts in euros, 1 in yen, 0.05 for invoices
/// in francs (DA-1, DA-2, DA-47).
struct RoundingPrecision: Hashable, Sendable {
  let step: DecimalValue

  /// A currency whose precision is 0 or less cannot be calculated in (DA-2).
  init(_ step: DecimalValue) throws(AmountRefusal) {
    guard step > 0 else { throw .precision }
    self.step = step
  }

  private init(units: Int128) { step = DecimalValue(units: units) }

  /// Of amounts where the setup says nothing: 0.01 (DA-2).
  static let amount = RoundingPrecision(units: 100_000_000)
  /// Of unit prices where the setup says nothing: 0.00001; of quantities (DA-5) and of discounts in
  /// percent (DA-10) too.
  static let unitAmount = RoundingPrecision(units: 100_000)
}

extension DotNetDecimal {
  /// BC's `Round`: the multiple of the precision in the direction; a negative number mirrors the
  /// positive one (DA-1).
  func rounded(
    to precision: RoundingPrecision, _ direction: DecimalRounding = .nearest
  ) throws(AmountRefusal) -> DecimalValue {
    let step = precision.step.units.magnitude
    let missing = DecimalValue.maximumPlaces - scale
    let (dividend, isDividendTooLarge) =
      missing > 0
      ? coefficient.magnitude.multipliedReportingOverflow(by: PowerOfTen[missing].magnitude)
      : (coefficient.magnitude, false)
    let (divisor, isDivisorTooLarge) =
      missing < 0
      ? step.multipliedReportingOverflow(by: PowerOfTen[-missing].magnitude) : (step, false)
    guard !isDividendTooLarge, !isDivisorTooLarge else { throw .tooLarge }
    let (quotient, remainder) = dividend.quotient(by: divisor)
    let isAway =
      switch direction {
      case .nearest: remainder >= divisor - remainder
      case .up: remainder != 0
      case .down: false
      }
    let (units, overflow) = (quotient + (isAway ? 1 : 0)).multipliedReportingOverflow(by: step)
    guard !overflow, let whole = Int128(exactly: units) else { throw .tooLarge }
    return DecimalValue(units: isNegative ? -whole : whole)
  }
}

extension UInt128 {
  /// Quotient and remainder; nearly all amounts are divided in one word.
  fileprivate func quotient(by divisor: UInt128) -> (quotient: UInt128, remainder: UInt128) {
    guard let few = UInt64(exactly: self), let divisor = UInt64(exactly: divisor) else {
      return quotientAndRemainder(dividingBy: divisor)
    }
    let (quotient, remainder) = few.quotientAndRemainder(dividingBy: divisor)
    return (UInt128(quotient), UInt128(remainder))
  }
}

extension DecimalValue {
  /// BC's `Round` of a stored number (DA-1).
  func rounded(
    to precision: RoundingPrecision, _ direction: DecimalRounding = .nearest
  ) throws(AmountRefusal) -> DecimalValue {
    // Most numbers are rounded already.
    if let few = Int64(exactly: units), let step = Int64(exactly: precision.step.units),
      few % step == 0
    {
      return self
    }
    return try DotNetDecimal(self).rounded(to: precision, direction)
  }

  /// The exact sum, refused as an amount is.
  func adding(_ other: DecimalValue) throws(AmountRefusal) -> DecimalValue {
    let (sum, overflow) = units.addingReportingOverflow(other.units)
    if overflow { throw .tooLarge }
    return DecimalValue(units: sum)
  }

  /// The exact difference, refused as an amount is.
  func subtracting(_ other: DecimalValue) throws(AmountRefusal) -> DecimalValue {
    let (difference, overflow) = units.subtractingReportingOverflow(other.units)
    if overflow { throw .tooLarge }
    return DecimalValue(units: difference)
  }

  var isNegative: Bool { units < 0 }
  /// The number without its sign.
  var size: UInt128 { units.magnitude }
}

/// Exact sums; products and quotients rounded to 10^-10, a half away from zero.
extension DecimalValue {
  @inlinable
  public static func + (
    left: DecimalValue, right: DecimalValue
  ) throws(DecimalFailure) -> DecimalValue {
    let (units, overflow) = left.units.addingReportingOverflow(right.units)
    if overflow { throw .overflow }
    return DecimalValue(units: units)
  }

  @inlinable
  public static func - (
    left: DecimalValue, right: DecimalValue
  ) throws(DecimalFailure) -> DecimalValue {
    let (units, overflow) = left.units.subtractingReportingOverflow(right.units)
    if overflow { throw .overflow }
    return DecimalValue(units: units)
  }

  @inlinable
  public static prefix func - (value: DecimalValue) throws(DecimalFailure) -> DecimalValue {
    try zero - value
  }

  public static func * (
    left: DecimalValue, right: DecimalValue
  ) throws(DecimalFailure) -> DecimalValue {
    let (product, overflow) = left.units.multipliedReportingOverflow(by: right.units)
    let unit: Int128 = 10_000_000_000
    if !overflow {
      let (quotient, remainder) = product.quotientAndRemainder(dividingBy: unit)
      // The sign of the remainder is the product's, so the step is away from zero.
      if remainder.magnitude >= 5_000_000_000 {
        return DecimalValue(units: quotient + (remainder < 0 ? -1 : 1))
      }
      return DecimalValue(units: quotient)
    }
    return try nearest(
      left.units.magnitude.multipliedFullWidth(by: right.units.magnitude),
      dividedBy: unit.magnitude, isNegative: (left.units < 0) != (right.units < 0))
  }

  public static func / (
    left: DecimalValue, right: DecimalValue
  ) throws(DecimalFailure) -> DecimalValue {
    guard right.units != 0 else { throw .divisionByZero }
    return try nearest(
      left.units.magnitude.multipliedFullWidth(by: 10_000_000_000),
      dividedBy: right.units.magnitude, isNegative: (left.units < 0) != (right.units < 0))
  }

  /// The quotient of a 256-bit number, rounded to the nearest, a half away from zero.
  private static func nearest(
    _ dividend: (high: UInt128, low: UInt128), dividedBy divisor: UInt128, isNegative: Bool
  ) throws(DecimalFailure) -> DecimalValue {
    // The quotient needs more than 128 bits as soon as the high half reaches the divisor.
    guard dividend.high < divisor else { throw .overflow }
    let (quotient, remainder) = divisor.dividingFullWidth(dividend)
    let step: UInt128 = remainder >= divisor - remainder ? 1 : 0
    let (rounded, overflow) = quotient.addingReportingOverflow(step)
    if overflow { throw .overflow }
    return try DecimalValue(magnitude: rounded, isNegative: isNegative)
  }

  /// A count of 10^-10 with its sign apart.
  init(magnitude: UInt128, isNegative: Bool) throws(DecimalFailure) {
    guard magnitude <= (isNegative ? Int128.min.magnitude : Int128.max.magnitude) else {
      throw .overflow
    }
    let units = Int128(truncatingIfNeeded: magnitude)
    self.init(units: isNegative ? 0 &- units : units)
  }
}

import MapRuntime

/// A number as Business Central calculates with it: a .NET decimal (DA-4).
///
/// Amounts are stored as `DecimalValue` and calculated as this between two roundings. It is not
/// exact, on purpose: it keeps 28 places and 96 bits as .NET does, the last place to the nearest and
/// a half to the even digit. A remainder that runs over six equal lines reaches 0.00499…9 there
/// where fractions would reach half a cent, and the cent lands on another line.
struct DotNetDecimal: Sendable {
  /// The number times 10 to the power of `scale`; below 2^96.
  let coefficient: Int128
  /// The digits behind the point, from 0 to 28.
  let scale: Int

  static let zero = DotNetDecimal(coefficient: 0, scale: 0)
  static let one = DotNetDecimal(coefficient: 1, scale: 0)

  /// The most digits behind the point.
  static let maximumScale = 28
  /// The first coefficient that does not fit.
  static let limit: UInt128 = 1 << 96

  init(coefficient: Int128, scale: Int) {
    self.coefficient = coefficient
    self.scale = scale
  }

  /// A stored number, which all fit but those beyond 2^96.
  init(_ value: DecimalValue) throws(AmountRefusal) {
    var (rest, scale) = (value.units, DecimalValue.maximumPlaces)
    // Most amounts have two places, and short factors keep products in one machine word.
    if rest % 100_000_000 == 0 { (rest, scale) = (rest / 100_000_000, 2) }
    while scale > 0, rest % 10 == 0 { (rest, scale) = (rest / 10, scale - 1) }
    self = try DotNetDecimal(
      magnitude: WideInteger(low: rest.magnitude), scale: scale, isNegative: rest < 0)
  }

  /// The nearest number with at most 28 places and 96 bits, a half to the even digit.
  init(magnitude: WideInteger, scale: Int, isNegative: Bool) throws(AmountRefusal) {
    var (magnitude, scale) = (magnitude, scale)
    if magnitude.high != 0 || magnitude.low >= Self.limit || scale > Self.maximumScale {
      var dropped = max(scale - Self.maximumScale, magnitude.digitsAboveLimit)
      while true {
        guard dropped <= scale else { throw .tooLarge }
        let shorter = magnitude.dividedToEven(byPowerOfTen: dropped)
        if shorter.high == 0, shorter.low < Self.limit {
          (magnitude, scale) = (shorter, scale - dropped)
          break
        }
        dropped += 1
      }
    }
    let whole = Int128(truncatingIfNeeded: magnitude.low)
    coefficient = isNegative ? 0 &- whole : whole
    self.scale = scale
  }

  var isZero: Bool { coefficient == 0 }
  var isNegative: Bool { coefficient < 0 }
}

/// 1.50 is 1.5.
extension DotNetDecimal: Hashable {
  static func == (left: Self, right: Self) -> Bool {
    let (left, right) = (left.shortest, right.shortest)
    return left.coefficient == right.coefficient && left.scale == right.scale
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(shortest.coefficient)
    hasher.combine(shortest.scale)
  }

  /// The number without zeros at its end.
  private var shortest: Self {
    var (rest, scale) = (coefficient, scale)
    while scale > 0, rest % 10 == 0 { (rest, scale) = (rest / 10, scale - 1) }
    return Self(coefficient: rest, scale: scale)
  }
}

extension DotNetDecimal {
  static func + (left: Self, right: Self) throws(AmountRefusal) -> Self {
    let scale = max(left.scale, right.scale)
    let (first, firstOverflow) = left.coefficient
      .multipliedReportingOverflow(by: PowerOfTen[scale - left.scale])
    let (second, secondOverflow) = right.coefficient
      .multipliedReportingOverflow(by: PowerOfTen[scale - right.scale])
    let (sum, overflow) = first.addingReportingOverflow(second)
    if !firstOverflow, !secondOverflow, !overflow {
      return try Self(
        magnitude: WideInteger(low: sum.magnitude), scale: scale, isNegative: sum < 0)
    }
    return try wideSum(left, right, scale)
  }

  /// The sum of numbers whose scales are so far apart that 128 bits do not hold them.
  private static func wideSum(
    _ left: Self, _ right: Self, _ scale: Int
  ) throws(AmountRefusal) -> Self {
    let first = WideInteger(low: left.coefficient.magnitude)
      .multiplied(by: PowerOfTen[scale - left.scale].magnitude)
    let second = WideInteger(low: right.coefficient.magnitude)
      .multiplied(by: PowerOfTen[scale - right.scale].magnitude)
    if left.isNegative == right.isNegative {
      return try Self(magnitude: first.adding(second), scale: scale, isNegative: left.isNegative)
    }
    return first < second
      ? try Self(
        magnitude: second.subtracting(first), scale: scale, isNegative: right.isNegative)
      : try Self(magnitude: first.subtracting(second), scale: scale, isNegative: left.isNegative)
  }

  static prefix func - (value: Self) -> Self {
    Self(coefficient: 0 &- value.coefficient, scale: value.scale)
  }

  static func - (left: Self, right: Self) throws(AmountRefusal) -> Self { try left + -right }

  static func * (left: Self, right: Self) throws(AmountRefusal) -> Self {
    let product = left.coefficient.magnitude
      .multipliedFullWidth(by: right.coefficient.magnitude)
    return try Self(
      magnitude: WideInteger(high: product.high, low: product.low),
      scale: left.scale + right.scale, isNegative: left.isNegative != right.isNegative)
  }

  static func / (left: Self, right: Self) throws(AmountRefusal) -> Self {
    guard right.coefficient != 0 else { throw .divisionByZero }
    let (dividend, divisor) = (left.coefficient.magnitude, right.coefficient.magnitude)
    guard dividend != 0 else { return .zero }
    let isNegative = left.isNegative != right.isNegative
    // So many zeros behind the dividend that the quotient has 28 places or more than 96 bits.
    let least = max(0, right.scale - left.scale)
    let room =
      97 - dividend.bitWidth + dividend.leadingZeroBitCount
      + divisor.bitWidth - divisor.leadingZeroBitCount
    var zeros = max(
      least, min(maximumScale - left.scale + right.scale, room * 30_103 / 100_000 + 1))
    while true {
      let quotient = WideInteger(low: dividend).multiplied(byPowerOfTen: zeros)
        .dividedToEven(by: divisor)
      if quotient.high == 0, quotient.low < limit {
        return try Self(
          magnitude: quotient, scale: left.scale - right.scale + zeros, isNegative: isNegative)
      }
      guard zeros > least else { throw .tooLarge }
      zeros -= 1
    }
  }

  /// The number times a percentage and by 100, in this order.
  func percent(_ percentage: Self) throws(AmountRefusal) -> Self {
    try (self * percentage).hundredth()
  }

  /// The number by 100.
  func hundredth() throws(AmountRefusal) -> Self {
    try Self(
      magnitude: WideInteger(low: coefficient.magnitude), scale: scale + 2, isNegative: isNegative)
  }
}

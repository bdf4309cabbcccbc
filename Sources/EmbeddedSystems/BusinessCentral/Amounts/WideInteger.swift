/// A whole number of 256 bits, without a sign: what products and dividends of .NET decimals need
/// before they are cut to 96.
struct WideInteger: Hashable, Sendable {
  var high: UInt128 = 0
  var low: UInt128

  /// The fewest digits at the end without which the number may be below 2^96.
  var digitsAboveLimit: Int {
    let bits =
      high == 0 ? 128 - low.leadingZeroBitCount : 256 - high.leadingZeroBitCount
    // 2^(bits - 97) times 2^96 is not more than the number, and 0.30103 is the logarithm of 2.
    return bits < 97 ? 0 : (bits - 97) * 30_103 / 100_000 + 1
  }

  /// The product, which must fit 256 bits.
  func multiplied(by factor: UInt128) -> WideInteger {
    let product = low.multipliedFullWidth(by: factor)
    return WideInteger(high: high &* factor &+ product.high, low: product.low)
  }

  /// The product, which must fit 256 bits.
  func multiplied(byPowerOfTen exponent: Int) -> WideInteger {
    exponent <= PowerOfTen.most
      ? multiplied(by: PowerOfTen[exponent].magnitude)
      : multiplied(by: PowerOfTen[PowerOfTen.most].magnitude)
        .multiplied(byPowerOfTen: exponent - PowerOfTen.most)
  }

  /// The sum, which must fit 256 bits.
  func adding(_ other: WideInteger) -> WideInteger {
    let (sum, carry) = low.addingReportingOverflow(other.low)
    return WideInteger(high: high &+ other.high &+ (carry ? 1 : 0), low: sum)
  }

  /// The difference from a number that is not larger.
  func subtracting(_ other: WideInteger) -> WideInteger {
    let (difference, borrow) = low.subtractingReportingOverflow(other.low)
    return WideInteger(high: high &- other.high &- (borrow ? 1 : 0), low: difference)
  }

  /// The nearest whole quotient, a half to the even one.
  func dividedToEven(by divisor: UInt128) -> WideInteger {
    let whole: (quotient: UInt128, remainder: UInt128) =
      high == 0 ? (0, 0) : high.quotientAndRemainder(dividingBy: divisor)
    let rest =
      whole.remainder == 0
      ? low.quotientAndRemainder(dividingBy: divisor)
      : divisor.dividingFullWidth((whole.remainder, low))
    let quotient = WideInteger(high: whole.quotient, low: rest.quotient)
    let other = divisor - rest.remainder
    let isAbove =
      rest.remainder > other || rest.remainder == other && rest.quotient & 1 == 1
    return isAbove ? quotient.adding(WideInteger(low: 1)) : quotient
  }

  /// The number without so many digits at its end, at most 38.
  func dividedToEven(byPowerOfTen exponent: Int) -> WideInteger {
    exponent == 0 ? self : dividedToEven(by: PowerOfTen[exponent].magnitude)
  }
}

extension WideInteger: Comparable {
  static func < (left: WideInteger, right: WideInteger) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// The powers of ten that 128 bits hold.
enum PowerOfTen {
  static let most = 38

  static subscript(_ exponent: Int) -> Int128 { all[exponent] }

  private static let all: [Int128] = (0...most).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

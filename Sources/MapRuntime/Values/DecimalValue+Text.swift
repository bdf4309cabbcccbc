extension DecimalValue {
  /// Reads `-12.50`: digits around an optional point; no plus, no exponent, no grouping.
  public init(parsing text: String) throws(DecimalFailure) {
    var scanner = ByteScanner(text)
    let isNegative = scanner.take("-")
    var magnitude: UInt128 = 0
    var whole = 0
    while let digit = scanner.takeDigit() {
      try magnitude.append(digit)
      whole += 1
    }
    guard whole > 0 else { throw .notANumber }
    var places = 0
    if scanner.take(".") {
      while let digit = scanner.takeDigit() {
        guard places < DecimalValue.maximumPlaces else { throw .tooManyPlaces }
        try magnitude.append(digit)
        places += 1
      }
      guard places > 0 else { throw .notANumber }
    }
    guard scanner.isAtEnd else { throw .notANumber }
    for _ in places..<DecimalValue.maximumPlaces { try magnitude.append(0) }
    try self.init(magnitude: magnitude, isNegative: isNegative)
  }
}

extension DecimalValue: CustomStringConvertible {
  /// The shortest text that reads back as this value: `-12.5`.
  public var description: String {
    let (whole, fraction) = units.magnitude.quotientAndRemainder(dividingBy: 10_000_000_000)
    var text = units < 0 ? "-" : ""
    if let small = UInt64(exactly: whole) {
      text.append(String(small))
    } else {
      text.append(String(whole))
    }
    guard fraction != 0 else { return text }
    var digits = UInt64(fraction)
    var width = DecimalValue.maximumPlaces
    while digits % 10 == 0 {
      digits /= 10
      width -= 1
    }
    text.append(".")
    text.appendDigits(digits, width: width)
    return text
  }
}

extension UInt128 {
  /// Puts a decimal digit behind the number.
  fileprivate mutating func append(_ digit: UInt8) throws(DecimalFailure) {
    let (shifted, first) = multipliedReportingOverflow(by: 10)
    let (sum, second) = shifted.addingReportingOverflow(UInt128(digit))
    if first || second { throw .overflow }
    self = sum
  }
}

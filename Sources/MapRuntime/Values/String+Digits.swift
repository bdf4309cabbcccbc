extension String {
  /// Appends a number, filled up with zeros on the left to a width.
  mutating func appendDigits(_ number: UInt64, width: Int) {
    let digits = String(number)
    for _ in 0..<max(0, width - digits.utf8.count) { append("0") }
    append(digits)
  }
}

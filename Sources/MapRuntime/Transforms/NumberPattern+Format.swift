extension NumberPattern {
  /// The number in the pattern's form, rounded to its places, a half away from zero. What rounds
  /// to zero has no minus.
  public func format(_ number: DecimalValue) -> String {
    // Rounding the magnitude in UInt128 cannot overflow, unlike the value at its largest.
    let step = DecimalValue.step(atPlaces: places.upperBound).magnitude
    let rounded = (number.units.magnitude + step / 2) / step * step
    let (whole, fraction) = rounded.quotientAndRemainder(dividingBy: 10_000_000_000)
    var text = number.units < 0 && rounded != 0 ? "-" : ""
    appendWhole(String(whole), to: &text)
    appendFraction(UInt64(fraction), to: &text)
    return text
  }

  private func appendWhole(_ digits: String, to text: inout String) {
    var left = max(digits.utf8.count, wholeDigits)
    let zeros = String(repeating: "0", count: left - digits.utf8.count)
    for digit in zeros + digits {
      text.append(digit)
      left -= 1
      if isGrouped, left > 0, left % 3 == 0 { text.append(",") }
    }
  }

  private func appendFraction(_ fraction: UInt64, to text: inout String) {
    var digits = fraction
    var width = DecimalValue.maximumPlaces
    while width > places.lowerBound, digits % 10 == 0 {
      digits /= 10
      width -= 1
    }
    guard width > 0 else { return }
    text.append(".")
    text.appendDigits(digits, width: width)
  }
}

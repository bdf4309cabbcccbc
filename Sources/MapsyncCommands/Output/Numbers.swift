/// Whole numbers as people read them.
enum Numbers {
  /// With a comma between thousands: `1,234,567`.
  static func text(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A zero is a dot, so that the others stand out; a column of nothing but dots is not shown.
  static func orDot(_ number: Int) -> String { number == 0 ? "." : text(number) }

  /// `1 record`, `2 records`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(text(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}

/// Numbers as Swift literals: seven digits and more in groups of three.
enum SwiftNumber {
  static func literal(_ digits: String) -> String {
    let isNegative = digits.hasPrefix("-")
    let digits = Array(isNegative ? digits.dropFirst() : Substring(digits))
    guard digits.count >= 7 else { return (isNegative ? "-" : "") + String(digits) }
    var grouped = isNegative ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { grouped += "_" }
      grouped.append(digit)
    }
    return grouped
  }
}

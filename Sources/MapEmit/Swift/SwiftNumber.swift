/// Numbers as Swift literals: seven digits and more in groups of three.
enum SwiftNumber {
  static func append(_ number: some BinaryInteger, to bytes: inout [UInt8]) {
    if number >= 0, number < 1_000_000 {
      return bytes.append(contentsOf: String(Int(truncatingIfNeeded: number)).utf8)
    }
    var rest = number.magnitude
    // From the last digit on.
    var digits: [UInt8] = []
    repeat {
      digits.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    for place in digits.indices.reversed() {
      bytes.append(digits[place])
      if digits.count >= 7, place > 0, place % 3 == 0 { bytes.append(UInt8(ascii: "_")) }
    }
  }
}

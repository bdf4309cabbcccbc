/// The number after another in a number series, as `IncStr` makes it (DI-2).
enum SeriesNumber {
  /// Why there is no next number.
  enum Refusal: Error, Hashable, Sendable {
    case noDigits
    /// More than the 20 characters of a number.
    case tooLong
  }

  /// Only the last group of digits grows; it keeps its leading zeros and gets longer where it must.
  static func next(
    after number: String, by step: UInt32 = 1
  ) throws(Refusal) -> String {
    let isDigit: (Character) -> Bool = { ("0"..."9").contains($0) }
    guard let last = number.lastIndex(where: isDigit) else { throw .noDigits }
    let end = number.index(after: last)
    let start =
      number[..<end].lastIndex { !isDigit($0) }
      .map { number.index(after: $0) } ?? number.startIndex
    // A group may have more digits than an integer: they are added one by one.
    var (digits, carry) = ([Character](), UInt64(step))
    for digit in number[start..<end].reversed() {
      carry += UInt64(digit.wholeNumberValue ?? 0)
      digits.append(contentsOf: String(carry % 10))
      carry /= 10
    }
    if carry > 0 { digits.append(contentsOf: String(carry).reversed()) }
    let next = number[..<start] + String(digits.reversed()) + number[end...]
    guard next.utf16.count <= 20 else { throw .tooLong }
    return String(next)
  }
}

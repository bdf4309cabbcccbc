/// How a number is written: `0.00`, `#,##0.00`, `00000`. A `0` is a digit that is always there, a
/// `#` one that is there if it counts, a comma groups by three, the point stands before the places.
public struct NumberPattern: Hashable, Sendable {
  /// As it was written.
  public let source: String
  /// The least digits before the point.
  let wholeDigits: Int
  let isGrouped: Bool
  /// The least and the most digits behind the point.
  let places: ClosedRange<Int>

  public init(_ source: String) throws(PatternFailure) {
    guard !source.isEmpty else { throw .empty }
    self.source = source
    let parts = source.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : ""
    let whole = try NumberPattern.whole(parts[0])
    wholeDigits = whole.digits
    isGrouped = whole.isGrouped
    let required = fraction.prefix { $0 == "0" }
    let optional = fraction.dropFirst(required.count).prefix { $0 == "#" }
    if let other = fraction.dropFirst(required.count + optional.count).first {
      throw .unknownCharacter(other)
    }
    if parts.count > 1, fraction.isEmpty { throw .unknownCharacter(".") }
    guard fraction.count <= DecimalValue.maximumPlaces else { throw .tooManyPlaces }
    places = required.count...fraction.count
  }

  /// Optional digits, then required ones, with commas at every third place from the right.
  private static func whole(
    _ text: Substring
  ) throws(PatternFailure) -> (digits: Int, isGrouped: Bool) {
    var required = 0
    var optional = 0
    var sinceComma = 0
    var isGrouped = false
    for character in text.reversed() {
      switch character {
      case "0" where optional == 0:
        required += 1
        sinceComma += 1
      case "#":
        optional += 1
        sinceComma += 1
      case ",":
        guard sinceComma == 3 else { throw .misplacedComma }
        isGrouped = true
        sinceComma = 0
      default: throw .unknownCharacter(character)
      }
      guard !isGrouped || sinceComma <= 3 else { throw .misplacedComma }
    }
    guard !isGrouped || sinceComma > 0 else { throw .misplacedComma }
    guard required > 0 else { throw .noDigit }
    return (required, isGrouped)
  }

  /// The UTF-16 units of the longest text for numbers with so many digits before the point.
  public func longest(wholeDigits digits: Int) -> Int {
    let shown = max(digits, wholeDigits)
    let commas = isGrouped ? (shown - 1) / 3 : 0
    return 1 + shown + commas + (places.upperBound > 0 ? 1 + places.upperBound : 0)
  }
}

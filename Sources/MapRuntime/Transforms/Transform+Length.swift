extension Transform {
  /// The UTF-16 units of the longest text that can come of a text of at most `length` units (for
  /// numbers: of a number whose plain text has so many); nil if there is no limit.
  public func longest(of length: Int?) -> Int? {
    switch self {
    case .matches(_, let template): return MatchTemplate(template).longest(of: length)
    case .dateFormat(let pattern): return pattern.longest
    case .parseDate: return 10
    case .substring(let start, let wanted):
      let rest = length.map { max(0, $0 - max(0, start - 1)) }
      return min(rest ?? Int.max, max(0, wanted))
    case .numberFormat(let pattern): return longest(of: pattern, textOf: length)
    case .custom: return nil
    default: break
    }
    // No field is so long; the limit keeps the sums below from overflowing.
    guard let length, length < 1 << 40 else { return nil }
    return length <= 0 ? 0 : longest(ofAtLeastOne: length)
  }

  private func longest(ofAtLeastOne length: Int) -> Int {
    switch self {
    // The longest upper case is three units: of U+0390, iota with dialytika and tonos.
    case .uppercase: length * 3
    // The longest lower case is two units: of U+0130, a capital I with a dot.
    case .lowercase: length * 2
    // Only a first letter grows to three, and each further word costs a unit to separate.
    case .titleCase: length * 2 + 1
    case .replace(let from, let replacement):
      length + max(0, growth(from, replacement))
        * (length / max(1, TextTransforms.shortestMatch(of: from)))
    case .prefix(let text), .suffix(let text): length + TextLength.of(text)
    default: length
    }
  }

  private func growth(_ from: String, _ replacement: String) -> Int {
    from.isEmpty
      ? 0 : TextLength.of(replacement) - TextTransforms.shortestMatch(of: from)
  }

  private func longest(of pattern: NumberPattern, textOf length: Int?) -> Int {
    let most = 29
    guard let length, length <= most else { return pattern.longest(wholeDigits: most) }
    guard length > 0 else { return 0 }
    // Either every unit is a digit, or one of them is the minus.
    let unsigned = pattern.longest(wholeDigits: length) - 1
    return length == 1 ? unsigned : max(unsigned, pattern.longest(wholeDigits: length - 1))
  }
}

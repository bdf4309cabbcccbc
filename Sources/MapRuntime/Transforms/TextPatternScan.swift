/// Reads a regular expression for its groups, and refuses a repeated group that itself varies in
/// length or has alternatives: such patterns can try exponentially many ways.
struct TextPatternScan {
  private(set) var groups = 0
  /// For each open group, whether anything in it varies.
  private var varies = [false]
  /// Whether the last item was a group that varies, which must not be repeated.
  private var isLastVarying = false

  mutating func read(_ source: String) throws(PatternFailure) {
    var rest = Substring(source)
    while let character = rest.popFirst() {
      switch character {
      case "\\":
        skipEscape(from: &rest)
        isLastVarying = false
      case "[":
        skipClass(from: &rest)
        isLastVarying = false
      case "(": try open(&rest)
      case ")": close()
      case "|": varies[varies.count - 1] = true
      case "*", "+", "?": try repeated(mayRepeat: character != "?", isFixed: false, &rest)
      case "{":
        if let bounds = takeBounds(from: &rest) {
          try repeated(mayRepeat: bounds.upper > 1, isFixed: bounds.lower == bounds.upper, &rest)
        }
      default: isLastVarying = false
      }
    }
  }

  private mutating func open(_ rest: inout Substring) throws(PatternFailure) {
    varies.append(false)
    isLastVarying = false
    guard rest.first == "?" else {
      groups += 1
      return
    }
    rest.removeFirst()
    // Extended syntax would let a space stand between a group and its quantifier.
    if rest.prefix(while: \.isLetter).contains("x") { throw .invalid("(?x) is not taken") }
    // A name is a group too; Swift has no look behind, which would start alike.
    if rest.hasPrefix("P<") || rest.hasPrefix("'") || rest.hasPrefix("<") { groups += 1 }
  }

  private mutating func close() {
    isLastVarying = varies.count > 1 ? varies.removeLast() : false
    if isLastVarying { varies[varies.count - 1] = true }
  }

  private mutating func repeated(
    mayRepeat: Bool, isFixed: Bool, _ rest: inout Substring
  ) throws(PatternFailure) {
    if isLastVarying, mayRepeat { throw .nestedQuantifier }
    if !isFixed { varies[varies.count - 1] = true }
    // `*?` and `*+` only say how greedy the repetition is.
    if rest.first == "?" || rest.first == "+" { rest.removeFirst() }
    if !isFixed { isLastVarying = true }
  }

  private func skipEscape(from rest: inout Substring) {
    // Within \Q and \E everything stands for itself.
    guard rest.popFirst() == "Q" else { return }
    while !rest.isEmpty, !rest.hasPrefix("\\E") { rest.removeFirst() }
    rest = rest.dropFirst(2)
  }

  private func skipClass(from rest: inout Substring) {
    var depth = 1
    while depth > 0, let character = rest.popFirst() {
      switch character {
      case "\\": _ = rest.popFirst()
      case "[": depth += 1
      case "]": depth -= 1
      default: break
      }
    }
  }

  /// `{2}`, `{2,}`, `{,3}`, `{2,3}`; anything else is text.
  private func takeBounds(from rest: inout Substring) -> (lower: Int, upper: Int)? {
    guard let end = rest.firstIndex(of: "}") else { return nil }
    let parts = rest[..<end].filter { $0 != " " }.split(
      separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = parts.first, let last = parts.last,
      let lower = first.isEmpty ? 0 : Int(first), let upper = last.isEmpty ? Int.max : Int(last)
    else { return nil }
    rest = rest[rest.index(after: end)...]
    return (lower, upper)
  }
}

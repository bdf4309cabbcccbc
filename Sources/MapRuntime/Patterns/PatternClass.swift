extension PatternParser {
  /// What stands in brackets, behind the first.
  mutating func characterClass() throws(PatternFailure) -> PatternCharacter {
    let isNegated = take("^")
    var parts: [PatternCharacter.Part] = []
    while !take("]") {
      if take("\\Q") {
        while !take("\\E"), let character = nextPoint() { parts.append(.exactly(character)) }
        continue
      }
      let part = try classPart()
      guard case .exactly(let first) = part, rest.first == "-", !rest.hasPrefix("-]") else {
        parts.append(part)
        continue
      }
      rest = rest.dropFirst()
      guard case .exactly(let last) = try classPart(), first <= last else {
        throw .invalid("a range in a class goes from one character to a later one")
      }
      parts.append(.range(first, last))
    }
    guard !parts.isEmpty else { throw .invalid("a class is empty; write '\\]' for the bracket") }
    return PatternCharacter(parts, isNegated: isNegated, ignoresCase: flags.ignoresCase)
  }

  private mutating func classPart() throws(PatternFailure) -> PatternCharacter.Part {
    if take("[:") {
      let isNegated = take("^")
      let name = String(rest.prefix { $0.isLetter })
      rest = rest.dropFirst(name.count)
      guard let kind = CharacterKind(bracketed: name), take(":]") else {
        throw .invalid("'[:\(name):]' names no characters")
      }
      return .kind(kind, isNegated: isNegated)
    }
    for sign in ["&&", "--", "~~"] where rest.hasPrefix(sign) {
      throw .invalid("'\(sign)' in a class is not taken; write '\\\(sign.prefix(1))'")
    }
    guard let character = nextPoint() else { throw .invalid("a class is not closed") }
    switch character {
    case "\\": return try escapedPart()
    case "[": throw .invalid("a class in a class is not taken; write '\\[' for the bracket")
    default: return .exactly(character)
    }
  }
}

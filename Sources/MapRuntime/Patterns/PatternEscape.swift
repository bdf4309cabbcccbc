extension PatternParser {
  /// What stands behind a backslash.
  mutating func escape() throws(PatternFailure) -> PatternNode {
    switch rest.first {
    case "b": return border(.word)
    case "B": return border(.noWord)
    case "A": return border(.textStart)
    case "z": return border(.textEnd)
    case "Z": return border(.lastLineEnd)
    case "R":
      rest = rest.dropFirst()
      let pair: PatternNode = .sequence([one(.exactly("\r")), one(.exactly("\n"))])
      return .choice([pair, one(.kind(.lineBreak, isNegated: false))])
    default: return one(try escapedPart())
    }
  }

  private mutating func border(_ border: PatternBorder) -> PatternNode {
    rest = rest.dropFirst()
    return .border(border)
  }

  /// The same within a class, where only characters stand.
  mutating func escapedPart() throws(PatternFailure) -> PatternCharacter.Part {
    guard let character = nextPoint() else { throw .invalid("it ends in a backslash") }
    switch character {
    case "d", "D": return .kind(.digit, isNegated: character == "D")
    case "w", "W": return .kind(.wordPart, isNegated: character == "W")
    case "s", "S": return .kind(.space, isNegated: character == "S")
    case "h", "H": return .kind(.blank, isNegated: character == "H")
    case "v", "V": return .kind(.lineBreak, isNegated: character == "V")
    case "R", "N": return .kind(.lineBreak, isNegated: character == "N")
    case "p", "P": return .kind(try category(), isNegated: character == "P")
    case "t": return .exactly("\t")
    case "n": return .exactly("\n")
    case "r": return .exactly("\r")
    case "f": return .exactly("\u{C}")
    case "a": return .exactly("\u{7}")
    case "e": return .exactly("\u{1B}")
    case "x", "u", "U": return .exactly(try scalar(character))
    case "1"..."9", "k", "g":
      throw .invalid("'\\\(character)', which is what a group took, is not taken")
    default:
      if character.isASCII, !character.isLetter, !character.isNumber { return .exactly(character) }
      throw .invalid("'\\\(character)' means nothing")
    }
  }

  /// `L`, or a name in braces.
  private mutating func category() throws(PatternFailure) -> CharacterKind {
    var name = ""
    if take("{") {
      name = String(rest.prefix { $0 != "}" })
      rest = rest.dropFirst(name.count + 1)
    } else if let letter = nextPoint() {
      name = String(letter)
    }
    guard let kind = CharacterKind(category: name) else {
      throw .invalid("'\\p{\(name)}' is no general category, as 'L' or 'Nd'")
    }
    return kind
  }

  /// `x41`, `u00E9`, `U0001F600`, or digits in braces.
  private mutating func scalar(_ letter: Character) throws(PatternFailure) -> Character {
    var digits: Substring
    if take("{") {
      digits = rest.prefix { $0 != "}" }
      rest = rest.dropFirst(digits.count + 1)
    } else {
      digits = rest.prefix(letter == "x" ? 2 : letter == "u" ? 4 : 8)
      rest = rest[digits.endIndex...]
    }
    guard digits.allSatisfy(\.isHexDigit), let number = UInt32(digits, radix: 16),
      let scalar = Unicode.Scalar(number)
    else { throw .invalid("'\\\(letter)\(digits)' is no character") }
    return Character(scalar)
  }
}

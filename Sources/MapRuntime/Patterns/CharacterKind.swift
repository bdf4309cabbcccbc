/// Kinds of characters that a pattern names. A character is of the kind of its first scalar.
enum CharacterKind: Hashable, Sendable {
  case any
  case lineBreak
  case digit
  case wordPart
  case space
  case blank
  case letter
  case uppercase
  case lowercase
  case punctuation
  case hexadecimal
  /// A general category of Unicode, or all that begin with the same letter.
  case category(String)

  func holds(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    let properties = scalar.properties
    switch self {
    case .any: return true
    case .lineBreak: return character.isNewline
    case .digit: return properties.generalCategory == .decimalNumber
    case .wordPart: return Self.isWordPart(properties)
    case .space: return character.isWhitespace
    case .blank: return scalar == "\t" || properties.generalCategory == .spaceSeparator
    case .letter: return properties.isAlphabetic
    case .uppercase: return properties.isUppercase
    case .lowercase: return properties.isLowercase
    case .punctuation: return character.isPunctuation
    case .hexadecimal: return character.isHexDigit
    case .category(let name): return Self.code(properties.generalCategory).hasPrefix(name)
    }
  }

  private static func isWordPart(_ properties: Unicode.Scalar.Properties) -> Bool {
    if properties.isAlphabetic { return true }
    switch properties.generalCategory {
    case .decimalNumber, .connectorPunctuation, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }

  /// The kind that stands between `[:` and `:]`.
  init?(bracketed name: String) {
    switch name {
    case "alpha": self = .letter
    case "digit": self = .digit
    case "upper": self = .uppercase
    case "lower": self = .lowercase
    case "space": self = .space
    case "blank": self = .blank
    case "punct": self = .punctuation
    case "xdigit": self = .hexadecimal
    case "word": self = .wordPart
    default: return nil
    }
  }

  /// The general category of a name, as `Lu`, or those of a first letter, as `L`.
  init?(category name: String) {
    guard !name.isEmpty, Self.codes.contains(where: { $0.hasPrefix(name) }) else { return nil }
    self = .category(name)
  }

  private static let codes = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe",
    "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
  ]

  private static func code(_ category: Unicode.GeneralCategory) -> String {
    switch category {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}

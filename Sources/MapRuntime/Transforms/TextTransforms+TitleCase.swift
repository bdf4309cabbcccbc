extension TextTransforms {
  /// The first letter of each word in title case, the others in lower case. A word is a run of
  /// letters, marks, digits and apostrophes: Smith-Jones, O'neil, 1st.
  public static func titleCased(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var isInsideWord = false
    for scalar in text.unicodeScalars {
      guard isWordPart(scalar) else {
        isInsideWord = false
        result.unicodeScalars.append(scalar)
        continue
      }
      if isInsideWord {
        result += scalar.properties.lowercaseMapping
      } else {
        result += scalar.properties.titlecaseMapping
        // An apostrophe before a word does not take the place of its first letter.
        isInsideWord = !isApostrophe(scalar)
      }
    }
    return result
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if isApostrophe(scalar) || scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber: return true
    default: return false
    }
  }

  /// The typewriter's, the printer's, and the letter that ŉ is taken apart with.
  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2BC}"
  }
}

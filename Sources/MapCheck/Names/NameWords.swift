/// Splits names into words and puts words together again.
enum NameWords {
  /// Runs of letters and digits. `%` and `&` are words, for `Discount` and `Discount %` are often
  /// fields of one table; letters beyond ASCII become the nearest ones, or their number.
  static func split(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    func close() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for scalar in name.unicodeScalars {
      switch scalar {
      case "%", "&":
        close()
        words.append(scalar == "%" ? "Percent" : "And")
      case "'", "\u{2019}": break
      case _ where scalar.isASCII:
        let byte = UInt8(scalar.value)
        if SwiftName.isLetter(byte) || SwiftName.isDigit(byte) {
          word.unicodeScalars.append(scalar)
        } else {
          close()
        }
      default: word += LatinLetters.ascii(scalar)
      }
    }
    close()
    return words.isEmpty ? name.unicodeScalars.map(LatinLetters.numbered) : words
  }

  /// The words as one, never starting with a digit; between two digits a `_` keeps words apart.
  static func joined(_ words: [String]) -> String {
    var name = ""
    for word in words {
      guard let first = word.utf8.first else { continue }
      let meetsDigit = name.utf8.last.map(SwiftName.isDigit) ?? true
      if SwiftName.isDigit(first), meetsDigit { name += "_" }
      name += word
    }
    return name.isEmpty ? "_0" : name
  }

  static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  /// `ITEM` as `Item`; a word with small letters stays.
  static func softened(_ word: String) -> String {
    guard word.utf8.allSatisfy({ !(0x61...0x7A).contains($0) }) else { return word }
    return word.prefix(1) + word.dropFirst().lowercased()
  }

  /// The capitals that a word starts with in small letters: `VAT` is `vat`, `VATAmount` is
  /// `vatAmount`, `SystemId` is `systemId`.
  static func lowered(_ word: String) -> String {
    let capitals = word.utf8.prefix { (0x41...0x5A).contains($0) }.count
    let rest = word.utf8.dropFirst(capitals).first
    let isFollowed = rest.map(SwiftName.isLetter) ?? false
    let count = capitals > 1 && isFollowed ? capitals - 1 : capitals
    return word.prefix(count).lowercased() + word.dropFirst(count)
  }
}

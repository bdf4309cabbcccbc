/// Splits names into words and puts words together again.
enum NameWords {
  /// Runs of letters and digits. `%` and `&` are words, for `Discount` and `Discount %` are often
  /// fields of one table; letters beyond ASCII become the nearest ones, or their number.
  static func split(_ name: String) -> [String] {
    if let words = plainWords(of: name) { return words }
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

  /// Those of a name of nothing but letters and digits and what stands between words: most names.
  private static func plainWords(of name: String) -> [String]? {
    name.utf8.withContiguousStorageIfAvailable { bytes in
      var words: [String] = []
      var start = 0
      for (place, byte) in bytes.enumerated() {
        if SwiftName.isLetter(byte) || SwiftName.isDigit(byte) { continue }
        guard byte < 0x80, byte != UInt8(ascii: "%"), byte != UInt8(ascii: "&"),
          byte != UInt8(ascii: "'")
        else { return nil }
        if start < place { words.append(String(decoding: bytes[start..<place], as: UTF8.self)) }
        start = place + 1
      }
      if start < bytes.count { words.append(String(decoding: bytes[start...], as: UTF8.self)) }
      return words.isEmpty ? nil : words
    } ?? nil
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
    changed(word, 0..<1, from: 0x61...0x7A)
  }

  /// `ITEM` as `Item`; a word with small letters stays.
  static func softened(_ word: String) -> String {
    guard word.utf8.allSatisfy({ !(0x61...0x7A).contains($0) }) else { return word }
    return changed(word, 1..<max(1, word.utf8.count), from: 0x41...0x5A)
  }

  /// The capitals that a word starts with in small letters: `VAT` is `vat`, `VATAmount` is
  /// `vatAmount`, `SystemId` is `systemId`.
  static func lowered(_ word: String) -> String {
    let capitals = word.utf8.prefix { (0x41...0x5A).contains($0) }.count
    let rest = word.utf8.dropFirst(capitals).first
    let isFollowed = rest.map(SwiftName.isLetter) ?? false
    let count = capitals > 1 && isFollowed ? capitals - 1 : capitals
    return changed(word, 0..<count, from: 0x41...0x5A)
  }

  /// A word whose letters at some places are of the other case; words are ASCII.
  private static func changed(
    _ word: String, _ places: Range<Int>, from letters: ClosedRange<UInt8>
  ) -> String {
    String(unsafeUninitializedCapacity: word.utf8.count) { buffer in
      var count = 0
      for byte in word.utf8 {
        buffer[count] = places.contains(count) && letters.contains(byte) ? byte ^ 0x20 : byte
        count += 1
      }
      return count
    }
  }
}

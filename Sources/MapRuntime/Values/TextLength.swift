/// Lengths of texts as both systems count them: in UTF-16 units (docs/language.md#tables, Types).
public enum TextLength {
  /// The UTF-16 units of a text.
  public static func of(_ text: String) -> Int {
    let counted = text.utf8.withContiguousStorageIfAvailable { bytes in
      var units = 0
      for byte in bytes {
        // Every byte that starts a scalar is one unit; four-byte scalars take two.
        units &+= (byte & 0xC0 != 0x80 ? 1 : 0) &+ (byte >= 0xF0 ? 1 : 0)
      }
      return units
    }
    return counted ?? text.utf16.count
  }

  /// A length for people: `1 character`, `30 characters`.
  public static func shown(_ length: Int) -> String {
    length == 1 ? "1 character" : "\(length) characters"
  }

  /// Whether a text has at most so many units.
  @inlinable public static func fits(_ text: String, in length: Int) -> Bool {
    // No text has more UTF-16 units than UTF-8 bytes.
    text.utf8.count <= length || of(text) <= length
  }

  /// The text up to the last whole character that fits, as people see characters; where not even
  /// one fits, up to the last code point. The same text if all of it fits.
  @inlinable public static func cut(_ text: String, to length: Int) -> String {
    fits(text, in: length) ? text : shortened(text, to: length)
  }

  @usableFromInline
  static func shortened(_ text: String, to length: Int) -> String {
    if let plain = shortenedPlain(text, to: length) { return plain }
    var end = text.startIndex
    var units = 0
    while end < text.endIndex {
      let next = text.index(after: end)
      units += text.utf16.distance(from: end, to: next)
      guard units <= length else { break }
      end = next
    }
    return end > text.startIndex ? String(text[..<end]) : beginning(of: text, to: length)
  }

  /// The code points that fit of a text whose first character does not: a letter with some of its
  /// accents is more than nothing.
  private static func beginning(of text: String, to length: Int) -> String {
    var kept = String.UnicodeScalarView()
    var units = 0
    for scalar in text.unicodeScalars {
      units += UTF16.width(scalar)
      guard units <= length else { break }
      kept.append(scalar)
    }
    return String(kept)
  }

  /// The beginning of a text that is ASCII up to behind the cut, where every byte but the one
  /// between a carriage return and its line feed ends a character; nil for any other.
  private static func shortenedPlain(_ text: String, to length: Int) -> String? {
    let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard length > 0, length < bytes.count else { return false }
      guard bytes[length - 1] != 0x0D || bytes[length] != 0x0A else { return false }
      return bytes[...length].allSatisfy { $0 < 0x80 }
    }
    return isPlain == true ? String(text.utf8.prefix(length)) : nil
  }
}

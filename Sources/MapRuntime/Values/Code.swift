#if canImport(Darwin)
  import Foundation
#else
  // The standard library normalizes texts to compare them; it has no other name for it.
  @_spi(_Unicode) import Swift
#endif

/// BC's codes: trimmed of spaces, composed, and in upper case as far as that keeps the length
/// (docs/language.md#tables, R B-21). So all spellings of a code are one, as in BC, where its database compares
/// them.
public enum Code {
  /// The text as a code field stores it; the same text if nothing changes.
  public static func normalized(_ text: String) -> String {
    if isPlain(text) { return text }
    let composed = ComposedText.of(TextSpaces.trimmed(text) { $0 == " " })
    // An upper case letter may compose with an accent that the lower case one does not: İ.
    return ComposedText.of(TextCase.upper(composed))
  }

  /// Whether the text is ASCII and already a code, which most are.
  private static func isPlain(_ text: String) -> Bool {
    let utf8 = text.utf8
    guard utf8.first != 0x20, utf8.last != 0x20 else { return false }
    return utf8.allSatisfy { $0 < 0x80 && !(0x61...0x7A).contains($0) }
  }
}

/// Texts composed (Unicode's form NFC): one form for all spellings of the same characters, É and E
/// with an accent behind it, or K and the sign of kelvin.
enum ComposedText {
  /// The same text if nothing changes.
  static func of(_ text: String) -> String {
    // No code point below U+0300 composes with another, nor stands for another.
    if text.unicodeScalars.allSatisfy({ $0.value < 0x300 }) { return text }
    #if canImport(Darwin)
      return text.precomposedStringWithCanonicalMapping
    #else
      var composed = ""
      composed.reserveCapacity(text.utf8.count)
      for scalar in text._nfc { composed.unicodeScalars.append(scalar) }
      return composed
    #endif
  }
}

#if canImport(Darwin)
  import Foundation
#else
  // The standard library normalizes texts to compare them; it has no other name for it.
  @_spi(_Unicode) import Swift
#endif

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

/// The transforms of texts, as generated code calls them; each gives '' for ''.
public enum TextTransforms {
  /// Without white space at both ends.
  public static func trimmed(_ text: String) -> String {
    TextSpaces.trimmed(text) { $0.properties.isWhitespace }
  }

  /// In full upper case: ß becomes SS.
  public static func uppercased(_ text: String) -> String {
    text.uppercased()
  }

  public static func lowercased(_ text: String) -> String {
    text.lowercased()
  }

  /// The whole characters among the UTF-16 units from `start`, counted from 1, cut as `TextLength`
  /// cuts.
  public static func substring(_ text: String, start: Int, length: Int) -> String {
    let skipped = max(0, start - 1)
    guard skipped > 0 else { return TextLength.cut(text, to: length) }
    var begin = text.startIndex
    var units = 0
    while begin < text.endIndex, units < skipped {
      let next = text.index(after: begin)
      units += text.utf16.distance(from: begin, to: next)
      begin = next
    }
    // A character that straddles the start is left out, and its rest counts as taken.
    return TextLength.cut(String(text[begin...]), to: length - max(0, units - skipped))
  }

  /// Only the digits 0 to 9.
  public static func digitsOnly(_ text: String) -> String {
    kept(text) { ("0"..."9").contains($0) }
  }

  /// Only letters and decimal digits of any script, each with the marks behind it.
  public static func alphanumericOnly(_ text: String) -> String {
    var isBehindKept = false
    return kept(text) { scalar in
      switch scalar.properties.generalCategory {
      case .decimalNumber: isBehindKept = true
      case .nonspacingMark, .spacingMark, .enclosingMark: break
      default: isBehindKept = scalar.properties.isAlphabetic
      }
      return isBehindKept
    }
  }

  private static func kept(_ text: String, _ isKept: (Unicode.Scalar) -> Bool) -> String {
    String(text.unicodeScalars.filter(isKept))
  }

  @inlinable public static func prefixed(_ text: String, with prefix: String) -> String {
    text.isEmpty ? text : prefix + text
  }

  @inlinable public static func suffixed(_ text: String, with suffix: String) -> String {
    text.isEmpty ? text : text + suffix
  }

  /// A text that does not start with the prefix stays as it is.
  public static func removingPrefix(_ text: String, _ prefix: String) -> String {
    guard text.utf8.starts(with: prefix.utf8) else { return text }
    return String(Substring(text.utf8.dropFirst(prefix.utf8.count)))
  }

  /// A text that does not end with the suffix stays as it is.
  public static func removingSuffix(_ text: String, _ suffix: String) -> String {
    guard text.utf8.count >= suffix.utf8.count,
      text.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    else { return text }
    return String(Substring(text.utf8.dropLast(suffix.utf8.count)))
  }
}

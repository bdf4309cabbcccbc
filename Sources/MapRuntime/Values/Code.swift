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

/// BC's codes: trimmed of spaces and in upper case, the length kept (docs/language.md#tables,
/// R B-21).
public enum Code {
  /// The text as a code field stores it; the same text if nothing changes.
  public static func normalized(_ text: String) -> String {
    isPlain(text) ? text : TextCase.upper(TextSpaces.trimmed(text) { $0 == " " })
  }

  /// Whether the text is ASCII and already a code, which most are.
  private static func isPlain(_ text: String) -> Bool {
    let utf8 = text.utf8
    guard utf8.first != 0x20, utf8.last != 0x20 else { return false }
    return utf8.allSatisfy { $0 < 0x80 && !(0x61...0x7A).contains($0) }
  }
}

/// What a field holds, in a sentence for people: in quotes, and one word where it holds nothing.
public enum SaidValue {
  /// - Parameter text: The value as people read it.
  public static func of(_ text: String) -> String { text.isEmpty ? "nothing" : "'\(text)'" }
}

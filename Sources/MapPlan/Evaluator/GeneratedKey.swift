import MapLanguage

/// Keys made from a pattern.
public enum GeneratedKey {
  /// The first key, as a test sees it; a run counts on.
  public static func first(_ pattern: KeyPattern) -> String {
    let number = "1"
    let zeros = String(repeating: "0", count: max(0, pattern.digits - number.count))
    return pattern.prefix + zeros + number + pattern.suffix
  }
}

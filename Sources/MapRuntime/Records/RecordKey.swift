/// The text of a business key: its parts in the table's order, codes normalized.
public enum RecordKey {
  /// What stands between the parts; no code can hold it.
  public static let separator: Character = "\u{1F}"

  /// A key of several parts.
  public static func of(_ parts: [String]) -> String {
    parts.joined(separator: String(separator))
  }

  /// The key that some values are the parts of, as a record with them has it.
  public static func of(_ values: [Value]) -> String {
    of(values.map { Code.normalized($0.description) })
  }

  /// The parts of a key.
  public static func parts(_ key: String) -> [String] {
    key.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  /// A key as people read it.
  public static func shown(_ key: String) -> String {
    String(key.map { $0 == separator ? "," : $0 })
  }
}

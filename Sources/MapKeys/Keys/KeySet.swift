/// The closed set of keys of one shape: read by lowering, suggested to authors, and written into
/// the JSON Schemas.
public protocol KeySet: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {
  /// What people call it, with its article: `a field map`.
  static var title: String { get }
  static var index: KeyIndex<Self> { get }
  /// Its name among the definitions of a JSON Schema.
  static var definition: String { get }
  var rule: KeyRule { get }
}

extension KeySet {
  @inlinable public static var names: [String] { allCases.map(\.rawValue) }

  public static var required: [String] { allCases.filter(\.rule.isRequired).map(\.rawValue) }

  public static var rules: [(name: String, rule: KeyRule)] {
    allCases.map { ($0.rawValue, $0.rule) }
  }

  /// The title without its article.
  public static var definition: String {
    title.split(separator: " ").dropFirst().joined(separator: "-")
  }
}

/// A value as an author wrote it; its field's type says later what it means.
public enum Literal: Hashable, Sendable {
  case text(String)
  /// `$today`, `$local-currency`, `$setting-name`, without the dollar.
  case variable(String)
  /// Nothing, or `null`.
  case null

  /// As it would stand in a file.
  public var written: String {
    switch self {
    case .text(let text): text
    case .variable(let name): "$" + name
    case .null: "null"
    }
  }
}

/// What holds for one key, and who said so.
public struct Answer: Sendable, Encodable {
  /// Who says what holds.
  public enum Origin: String, Sendable, Encodable {
    /// The author, at the thing itself.
    case author
    /// The mapping's `defaults`.
    case mapping
    /// The project's `defaults`.
    case project
    /// Nobody: what the language says of what is left out.
    case language
  }

  public let key: String
  /// As authors write it.
  public let value: String
  public let from: Origin
  /// Missing where the language says it.
  public let place: GraphPlace?
}

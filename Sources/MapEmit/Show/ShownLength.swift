/// How long a text can become in one direction, and what its target holds, in UTF-16 units.
public struct ShownLength: Sendable, Encodable {
  /// `to-sales` or `to-bc`.
  public let direction: String
  /// After the transforms; missing where there is no limit.
  public let longest: Int?
  /// Missing where there is no limit.
  public let holds: Int?
}

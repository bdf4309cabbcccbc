/// A column that is compared with given values.
public struct MatchColumn: Hashable, Sendable {
  public let column: Int
  public let isCaseSensitive: Bool

  public init(_ column: Int, isCaseSensitive: Bool = false) {
    self.column = column
    self.isCaseSensitive = isCaseSensitive
  }
}

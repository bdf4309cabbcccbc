/// How large a file may be before it is refused (`yaml-limit`).
public struct SyntaxLimits: Sendable {
  public var bytes = 4 << 20
  public var depth = 100
  public var keys = 10_000
  public var aliases = 1_000
  /// Nodes after aliases are followed.
  public var nodes = 400_000

  public init() {}
}

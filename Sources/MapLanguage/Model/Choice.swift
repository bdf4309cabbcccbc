import MapSource

/// A feature of which exactly one value is on.
public struct Choice: Sendable {
  public let name: Located<String>
  public let values: [Located<String>]
}

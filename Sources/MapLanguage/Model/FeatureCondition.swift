import MapSource

/// What `if` says: features that must all be on, or off.
public struct FeatureCondition: Sendable {
  /// One feature of the list.
  public struct Term: Hashable, Sendable {
    public let feature: String
    public let isNegated: Bool
    public let span: Span
  }

  public let terms: [Term]

  /// Holds under every feature.
  public static let always = FeatureCondition(terms: [])
}

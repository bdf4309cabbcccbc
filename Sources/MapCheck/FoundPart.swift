import MapSource

/// What was found in one of several feature combinations.
struct FoundPart: Sendable {
  let findings: [Finding]
  let features: FeatureSet
  /// How many combinations are looked at.
  let combinations: Int
  /// The values of the choices that distinguish them.
  let relevant: UInt64
}

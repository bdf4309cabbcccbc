import MapCheck

/// Mappings that wait for each other under some features.
struct FeatureCircle: Sendable {
  /// One after the other, from the first mapping by name back to it.
  let way: [Prerequisite]
  /// A feature set in which it happens.
  let features: FeatureSet
  /// The values of the choices on which it depends; none where it happens in every combination.
  let relevant: UInt64
}

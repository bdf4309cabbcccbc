/// Features that are on: one value of each choice that matters.
public struct FeatureSet: Hashable, Sendable {
  /// A bit for each value, in the order of `FeatureSpace.values`.
  public let bits: UInt64

  public init(bits: UInt64) { self.bits = bits }
}

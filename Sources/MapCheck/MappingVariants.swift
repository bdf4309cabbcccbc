import MapLanguage
import MapRuntime

/// One mapping in each combination of the choices that it names.
public struct MappingVariants: Sendable {
  /// When it exists at all.
  public let condition: FeatureGuard
  /// All values of the choices that its file names.
  public let relevant: UInt64
  /// By the bits of the relevant values that are on.
  let variants: [UInt64: EffectiveMapping]

  /// The mapping under a feature set; nil where it does not exist, or could not be resolved.
  public func mapping(in features: FeatureSet) -> EffectiveMapping? {
    condition.holds(in: features) ? variants[features.bits & relevant] : nil
  }

  /// Every distinct form that it has.
  public var all: [EffectiveMapping] {
    variants.keys.sorted().compactMap { variants[$0] }
  }
}

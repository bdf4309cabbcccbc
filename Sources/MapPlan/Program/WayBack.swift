import MapCheck
import MapRuntime

/// The two-way field map's other direction, where it loses something: a stored target that comes
/// back as the source is left alone, so that what was cut on arrival is never written back cut.
public struct WayBack: Sendable {
  /// The source's field, which what is stored is compared with on its way back.
  public let source: Int
  /// The source's values by the target's, where a value map stands between them: of several that
  /// are read as one, the stored one stays.
  public let values: [EffectiveValueMap.Pair]
  /// The steps towards the source.
  public let transforms: [Transform]
  public let targetType: FieldType
  public let sourceType: FieldType
  /// The source's length, where the way back may cut.
  public let cutsTo: Int?
}

import MapSource

/// A mapping's file: the mapping as it is under each set of its variants that can be on together.
public struct MappingFile: Sendable {
  /// The mapping with some of its variants applied.
  public struct Alternative: Sendable {
    /// Places of the applied variants in `variants`.
    public let applied: [Int]
    public let mapping: Mapping

    /// The same, with nothing concluded from what it does not say.
    var judgedByNamesOnly: Alternative {
      var mapping = mapping
      mapping.isWhole = false
      mapping.unread = Set(MappingPart.allCases)
      return Alternative(applied: applied, mapping: mapping)
    }
  }

  public let file: Int32
  /// Conditions of the file's variants, in order.
  public let variants: [FeatureCondition]
  /// The one without variants comes first.
  public let alternatives: [Alternative]
  /// False where the file could not be read to its end.
  public let isComplete: Bool

  public var name: Located<String> { alternatives[0].mapping.name }
}

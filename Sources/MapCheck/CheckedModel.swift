import MapLanguage
import MapRuntime

/// A model in which nothing is wrong: every mapping in every feature combination, with its names
/// resolved. Only the checker makes one, so that having it proves that the checks ran. An
/// object that never changes: every later stage has it.
public final class CheckedModel: Sendable {
  public let model: Model
  public let catalogue: TableCatalogue
  public let features: FeatureSpace
  /// In the order of the model's files.
  public let mappings: [MappingVariants]

  init(_ resolved: ResolvedModel) {
    model = resolved.model
    catalogue = resolved.catalogue
    features = resolved.features
    mappings = resolved.mappings
  }

  /// The mapping at a place; nil where the features leave it out.
  public func mapping(_ place: Int, in features: FeatureSet) -> EffectiveMapping? {
    mappings[place].mapping(in: features)
  }

  /// All mappings that exist under a feature set.
  public func active(in features: FeatureSet) -> [EffectiveMapping] {
    mappings.compactMap { $0.mapping(in: features) }
  }

  public func place(of name: String) -> Int? {
    model.mappings.firstIndex { $0.name.value == name }
  }
}

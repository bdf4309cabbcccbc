import MapLanguage
import MapRuntime
import MapSource

/// A model with names resolved, before the checks: what the passes look at.
struct ResolvedModel: Sendable {
  let model: Model
  /// Finds mappings, tables and fields, and says what is wrong with a name.
  let names: NameTable
  let catalogue: TableCatalogue
  let features: FeatureSpace
  let mappings: [MappingVariants]
}

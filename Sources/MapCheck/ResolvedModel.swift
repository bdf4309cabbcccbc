import MapLanguage
import MapRuntime
import MapSource

/// A model with names resolved, before the checks: what the passes look at.
struct ResolvedModel: Sendable {
  let model: Model
  let catalogue: TableCatalogue
  let features: FeatureSpace
  let mappings: [MappingVariants]
}

import MapLanguage
import MapRuntime
import MapSource

/// What a pass may look at besides its mapping: the tables and the other mappings, in one feature
/// combination.
struct CheckContext {
  let resolved: ResolvedModel
  let features: FeatureSet

  var catalogue: TableCatalogue { resolved.catalogue }
  var model: Model { resolved.model }

  /// The mapping at a place; nil where the combination leaves it out.
  func mapping(_ place: Int) -> EffectiveMapping? { resolved.mappings[place].mapping(in: features) }

  /// Every mapping that exists in the combination.
  var active: [EffectiveMapping] { resolved.mappings.compactMap { $0.mapping(in: features) } }

  @inline(__always)
  func table(_ mapping: EffectiveMapping, _ side: Side) -> Table {
    resolved.catalogue.tables[mapping.table(side)]
  }

  /// A field of a mapping's table.
  func field(_ place: Int, of mapping: EffectiveMapping, _ side: Side) -> Field {
    resolved.catalogue.tables[mapping.table(side)].fields[place]
  }
}

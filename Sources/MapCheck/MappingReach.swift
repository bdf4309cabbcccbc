import MapLanguage
import MapRuntime

/// Which choices matter to a mapping and what it reaches: the mappings that it refers to, and
/// those on its tables.
struct MappingReach {
  private let features: FeatureSpace
  private let bits: [UInt64]

  init(_ resolved: ResolvedModel) {
    features = resolved.features
    // A choice matters only where some file names it; most projects have few such files.
    let namesNothing = resolved.mappings.allSatisfy { $0.relevant == 0 }
    bits = resolved.mappings.enumerated().map { place, variants in
      if namesNothing { return 0 }
      var bits = variants.relevant
      for mapping in variants.all {
        for route in mapping.fields.flatMap(\.routes) {
          bits |= resolved.mappings[route.mapping].relevant
        }
        for requirement in mapping.requires {
          bits |= resolved.mappings[requirement.mapping].relevant
        }
        if let parent = mapping.parent { bits |= resolved.mappings[parent].relevant }
        for table in [mapping.bcTable, mapping.salesTable] {
          for other in resolved.sharing[table] ?? [] { bits |= resolved.mappings[other].relevant }
        }
      }
      return bits
    }
  }

  /// All values of the choices that matter to the mapping at a place.
  func relevant(to place: Int) -> UInt64 { bits[place] }
}

import MapLanguage
import MapRuntime
import MapSource

/// A model with names resolved, before the checks: what the passes look at. An object, because
/// every check gets it.
public final class ResolvedModel: Sendable {
  public let model: Model
  /// Finds mappings, tables and fields, and says what is wrong with a name.
  let names: NameTable
  public let catalogue: TableCatalogue
  public let features: FeatureSpace
  public let mappings: [MappingVariants]
  /// The places of the mappings on each table, in order.
  let sharing: [Int: [Int]]

  /// Whether every part of every mapping is as its author wants it.
  var isWhole: Bool { mappings.allSatisfy { $0.all.allSatisfy { $0.lost.isEmpty } } }

  init(
    model: Model, names: NameTable, catalogue: TableCatalogue, features: FeatureSpace,
    mappings: [MappingVariants]
  ) {
    self.model = model
    self.names = names
    self.catalogue = catalogue
    self.features = features
    self.mappings = mappings
    var sharing: [Int: [Int]] = [:]
    for (place, variants) in mappings.enumerated() {
      for table in Set(variants.all.flatMap { [$0.bcTable, $0.salesTable] }) {
        sharing[table, default: []].append(place)
      }
    }
    self.sharing = sharing
  }
}

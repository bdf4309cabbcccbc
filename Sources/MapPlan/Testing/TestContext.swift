import MapCheck
import MapLanguage

/// What the tests of a project share, looked up once. An object that never changes.
final class TestContext: Sendable {
  let checked: CheckedModel
  /// Mappings by name.
  let places: [String: Int]
  /// The variants of each mapping.
  let programs: [[MappingProgram]]
  /// The Sales table of the mapping through which an empty reference is the local currency.
  let currencyTable: String

  init(_ program: Program) {
    checked = program.checked
    let files = program.checked.model.mappings
    places = Dictionary(
      files.enumerated().map { ($1.name.value, $0) }, uniquingKeysWith: { first, _ in first })
    var programs = [[MappingProgram]](repeating: [], count: files.count)
    for mapping in program.mappings { programs[mapping.mapping.place].append(mapping) }
    self.programs = programs
    let currency = files.first { $0.alternatives[0].mapping.emptyMeans != nil }
    currencyTable = currency?.alternatives[0].mapping.tables.sales.value ?? "transactioncurrency"
  }

  /// The program of the mapping at a place under a feature set.
  func program(_ place: Int, in features: FeatureSet) -> MappingProgram? {
    programs[place].first { $0.features.contains(features.bits & $0.relevant) }
  }
}

import MapCheck
import MapLanguage
import MapRuntime

/// The typed program: what every mapping does with a record, decided once. The evaluator runs it
/// and the generator writes it down as Swift, so that the two cannot disagree.
public struct Program: Sendable {
  public let checked: CheckedModel
  /// One for each variant that differs, in the order of names.
  public let mappings: [MappingProgram]

  /// The program of a mapping under a feature set.
  public func mapping(_ name: String, in features: FeatureSet) -> MappingProgram? {
    mappings.first { $0.name == name && $0.features.contains(features.bits & $0.relevant) }
  }
}

import MapLanguage
import MapRuntime
import MapSource

/// Resolves every mapping in every combination of the choices that its file names.
enum ModelResolver {
  static func resolve(_ model: Model, _ collector: inout FindingCollector) -> ResolvedModel {
    let names = NameTable(model)
    let resolved = Parallel.map(model.mappings.count) { place in
      variants(of: model.mappings[place], at: place, names)
    }
    for part in resolved.lazy.flatMap(\.parts) { collector.add(part) }
    return ResolvedModel(
      model: model, names: names, catalogue: names.catalogue, features: names.features,
      mappings: resolved.map(\.variants))
  }

  private static func variants(
    of file: MappingFile, at place: Int, _ names: NameTable
  ) -> (variants: MappingVariants, parts: [FoundPart]) {
    let features = names.features
    let condition = features.guard(file.alternatives[0].mapping.condition)
    let named = named(by: file, features)
    let relevant = features.relevant(named)
    var variants: [UInt64: EffectiveMapping] = [:]
    var parts: [FoundPart] = []
    let combinations = features.combinations(of: named).filter(condition.holds)
    for combination in combinations {
      let applied = file.variants.indices.filter {
        features.guard(file.variants[$0]).holds(in: combination)
      }
      let alternative =
        file.alternatives.first { $0.applied == applied } ?? file.alternatives[0]
      let result = MappingResolver.resolve(
        alternative.mapping, at: place, in: combination, names: names)
      if !result.findings.isEmpty {
        parts.append(
          FoundPart(
            findings: result.findings, features: combination, combinations: combinations.count,
            relevant: relevant))
      }
      variants[combination.bits & relevant] = result.mapping
    }
    return (
      MappingVariants(condition: condition, relevant: relevant, variants: variants), parts
    )
  }

  private static func named(by file: MappingFile, _ features: FeatureSpace) -> UInt64 {
    var bits: UInt64 = 0
    for condition in file.variants { bits |= features.guard(condition).named }
    for alternative in file.alternatives {
      let mapping = alternative.mapping
      bits |= features.guard(mapping.condition).named
      for field in mapping.fields { bits |= features.guard(field.condition).named }
      for requirement in mapping.requires { bits |= features.guard(requirement.condition).named }
      for effect in mapping.document.after { bits |= features.guard(effect.condition).named }
    }
    return bits
  }
}

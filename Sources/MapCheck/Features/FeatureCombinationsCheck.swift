import MapLanguage
import MapRuntime
import MapSource

/// `invalid-value` of a project whose features combine in more ways than can be proved: those that
/// a mapping and what it reaches name, or those on which the order of mappings may depend.
enum FeatureCombinationsCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    let space = resolved.features
    guard space.count(of: .max) > FeatureSpace.limit else { return [] }
    let reach = MappingReach(resolved)
    let names = resolved.model.mappings.map(\.name)
    // Those that reach one of these have too many by it.
    let own = resolved.mappings.indices.compactMap { place -> Finding? in
      let count = space.count(of: resolved.mappings[place].relevant)
      guard count > FeatureSpace.limit else { return nil }
      return finding(
        "the features that '\(names[place].value)' names", count, at: names[place].span)
    }
    if !own.isEmpty { return own }
    let mappings = resolved.mappings.indices.compactMap { place -> Finding? in
      let name = names[place]
      let all = space.count(of: reach.relevant(to: place))
      guard all > FeatureSpace.limit else { return nil }
      return finding(
        "the features that '\(name.value)' and what it reaches name", all, at: name.span)
    }
    if !mappings.isEmpty { return mappings }
    let deciding = zip(resolved.model.mappings, resolved.mappings).reduce(UInt64(0)) {
      $0 | bits(onWhichOrderDepends: $1.0, $1.1, space)
    }
    let all = space.count(of: deciding)
    guard all > FeatureSpace.limit else { return [] }
    return [
      finding(
        "the features on which the order of mappings depends", all,
        at: resolved.model.project.name.span)
    ]
  }

  /// At least those by which a mapping exists, and by which it needs others.
  private static func bits(
    onWhichOrderDepends file: MappingFile, _ variants: MappingVariants, _ space: FeatureSpace
  ) -> UInt64 {
    let isVaried =
      !file.variants.isEmpty
      || file.alternatives[0].mapping.fields.contains {
        !$0.through.isEmpty && !$0.condition.terms.isEmpty
      }
      || file.alternatives[0].mapping.requires.contains { !$0.condition.terms.isEmpty }
    return isVaried
      ? variants.relevant : space.guard(file.alternatives[0].mapping.condition).named
  }

  private static func finding(_ subject: String, _ count: Int, at span: Span) -> Finding {
    Finding(
      "invalid-value",
      "\(subject) combine in \(count == .max ? "too many" : String(count)) ways, and "
        + "\(FeatureSpace.limit) is the most",
      at: span, label: "cannot be proved in all of them",
      help: "make one choice of those that do not vary by themselves, or split the project")
  }
}

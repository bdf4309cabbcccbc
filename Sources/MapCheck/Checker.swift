import MapLanguage
import MapRuntime
import MapSource

/// Proves a model, or says everything that is wrong with it.
public enum Checker {
  /// What a check came to.
  public struct Output: Sendable {
    public let findings: [Finding]
    /// What could be made of the files, whatever was found in them.
    public let resolved: ResolvedModel
    /// Missing where there is an error.
    public let checked: CheckedModel?
  }

  /// - Parameter earlier: findings of the stages before; an error among them leaves no checked
  ///   model, and its place is not reported twice.
  /// - Parameter allow: comments that silence findings; an error that is silenced leaves a checked
  ///   model. The findings hold it all the same.
  public static func check(
    _ model: Model, after earlier: [Finding] = [], allow: Allow = Allow([])
  ) -> Output {
    var collector = FindingCollector(FeatureSpace(model.project))
    var model = model
    for finding in earlier where finding.name == "name-mismatch" && !allow.silences(finding) {
      // Others may name it as its file does: that is one mistake.
      if let name = model.misnamed[finding.span.file] { model.unreadable.insert(name) }
    }
    let resolved = ModelResolver.resolve(model, &collector)
    let reach = MappingReach(resolved)
    let own = CheckPasses.all.filter { $0.reach == .own }
    let reached = CheckPasses.all.filter { $0.reach == .reached }
    let found = Parallel.map(resolved.mappings.count) { place in
      run(own, on: place, resolved, resolved.mappings[place].relevant)
        + run(reached, on: place, resolved, reach.relevant(to: place))
    }
    for part in found.joined() { collector.add(part) }
    let passes = CheckPasses.project
    collector.add(Parallel.map(passes.count) { passes[$0](resolved) }.flatMap { $0 })
    let findings = (earlier + collector.findings).sorted(by: Finding.inOrder)
    let hasError = findings.contains { $0.severity == .error && !allow.silences($0) }
    assert(hasError || resolved.isWhole, "a part was left out, and nobody is told")
    let isProved = !hasError && resolved.isWhole
    return Output(
      findings: findings, resolved: resolved, checked: isProved ? CheckedModel(resolved) : nil)
  }

  private static func run(
    _ passes: [CheckPass], on place: Int, _ resolved: ResolvedModel, _ relevant: UInt64
  ) -> [FoundPart] {
    let variants = resolved.mappings[place]
    let combinations = resolved.features.combinations(of: relevant)
      .filter(variants.condition.holds)
    var parts: [FoundPart] = []
    for combination in combinations {
      guard let mapping = variants.mapping(in: combination), mapping.origin.isWhole else {
        continue
      }
      let context = CheckContext(resolved: resolved, features: combination)
      for pass in passes {
        let findings = pass.find(mapping, context)
        if findings.isEmpty { continue }
        parts.append(
          FoundPart(
            findings: findings, features: combination, combinations: combinations.count,
            relevant: relevant))
      }
    }
    return parts
  }
}

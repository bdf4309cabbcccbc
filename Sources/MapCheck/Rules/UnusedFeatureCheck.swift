import MapLanguage
import MapSource

/// `unused-feature`: a choice of which no value is asked for anywhere.
enum UnusedFeatureCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    let model = resolved.model
    guard model.project.isComplete, model.unreadable.isEmpty,
      model.mappings.allSatisfy(\.isComplete)
    else { return [] }
    var named: Set<String> = []
    for file in model.mappings { add(file, to: &named) }
    return model.project.choices
      .filter { choice in !choice.values.contains { named.contains($0.value) } }
      .map { choice in
        Finding(
          "unused-feature",
          "no 'if' and no test names a feature of the choice '\(choice.name.value)'",
          at: choice.name.span, severity: .warning, label: "makes no difference",
          help: "take the choice out, or say 'if: \(choice.values[0].value)' where it matters")
      }
  }

  private static func add(_ file: MappingFile, to named: inout Set<String>) {
    for condition in file.variants { add(condition, to: &named) }
    for alternative in file.alternatives {
      let mapping = alternative.mapping
      add(mapping.condition, to: &named)
      for field in mapping.fields { add(field.condition, to: &named) }
      for requirement in mapping.requires { add(requirement.condition, to: &named) }
      for effect in mapping.document.after { add(effect.condition, to: &named) }
      for test in mapping.tests { named.formUnion(test.features.map(\.value)) }
    }
  }

  private static func add(_ condition: FeatureCondition, to named: inout Set<String>) {
    for term in condition.terms { named.insert(term.feature) }
  }
}

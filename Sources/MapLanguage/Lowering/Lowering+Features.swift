import MapKeys
import MapSource
import MapSyntax

extension Lowering {
  /// What `if` says: `NAME`, `not NAME`, or a list of which all must hold.
  func featureCondition(_ node: SyntaxNode, _ name: String) -> FeatureCondition {
    if node.isSequence, node.count == 0 { invalid("'\(name)' is an empty list", at: node.span) }
    return FeatureCondition(terms: oneOrList(node) { featureTerm($0, name) })
  }

  private func featureTerm(_ node: SyntaxNode, _ key: String) -> FeatureCondition.Term? {
    guard let text = name(node, key) else { return nil }
    let isNegated = text.value.hasPrefix("not ")
    let start =
      isNegated ? text.value.index(text.value.startIndex, offsetBy: 4) : text.value.startIndex
    let named = isNegated ? part(of: text, start..<text.value.endIndex) : text
    guard let feature = feature(named) else {
      asksForUnknownFeature = true
      return nil
    }
    if declaredFeatures == nil { asksForUnknownFeature = true }
    return FeatureCondition.Term(feature: feature.value, isNegated: isNegated, span: text.span)
  }

  /// A feature by its name; one that the project does not declare is a finding.
  func feature(_ text: Located<String>) -> Located<String>? {
    guard let declared = declaredFeatures, declared.choices[text.value] == nil else { return text }
    let meant = meant(
      text, among: declared.names, "unknown-feature",
      "the project declares no feature '\(text.value)'",
      otherwise: declared.names.isEmpty
        ? "declare it under 'features' in mappings/project.yaml"
        : "it declares \(Self.listed(declared.names, "and")) in mappings/project.yaml")
    return meant.map { Located($0, at: text.span) }
  }
}

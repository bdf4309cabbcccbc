import MapLanguage
import MapRuntime
import MapSource

/// `prerequisite-inactive`: a mapping that another needs does not exist under the same features. Of
/// the mappings that a `through` lists, one must remain.
enum PrerequisiteInactiveCheck {
  static let pass = CheckPass(reach: .reached) { mapping, context in
    var findings: [Finding] = []
    if let parent = mapping.parent, let name = mapping.origin.parent, !exists(parent, context) {
      findings.append(finding(parent, at: name.span, mapping, context))
    }
    for map in mapping.fields {
      guard let first = map.routes.first,
        !map.routes.contains(where: { exists($0.mapping, context) })
      else { continue }
      findings.append(
        finding(first.mapping, at: Prerequisites.span(of: 0, in: map), mapping, context))
    }
    for requirement in mapping.requires where !exists(requirement.mapping, context) {
      findings.append(
        finding(requirement.mapping, at: requirement.origin.mapping.span, mapping, context))
    }
    return findings
  }

  private static func exists(_ place: Int, _ context: CheckContext) -> Bool {
    let condition = context.resolved.mappings[place].condition
    // One that never exists has a finding at its `if`.
    return condition.holds(in: context.features) || !context.resolved.features.permits(condition)
  }

  private static func finding(
    _ place: Int, at span: Span, _ mapping: EffectiveMapping, _ context: CheckContext
  ) -> Finding {
    let other = context.model.mappings[place].alternatives[0].mapping
    let name = other.name.value
    return Finding(
      "prerequisite-inactive",
      "'\(name)' does not exist under features where '\(mapping.name)' needs it", at: span,
      label: "left out",
      notes: other.condition.terms.first.map {
        [Finding.Note("'\(name)' exists only where this holds", at: $0.span)]
      } ?? [],
      help: "say the same `if` here, or take the `if` from '\(name)'")
  }
}

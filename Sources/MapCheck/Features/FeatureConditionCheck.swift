import MapLanguage
import MapRuntime
import MapSource

/// `invalid-value` of an `if` that no choice of features fulfils: nothing under it ever exists.
/// What stands in a mapping exists only where the mapping itself does.
enum FeatureConditionCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    resolved.model.mappings.flatMap { find($0, resolved.features) }
  }

  private static func find(_ file: MappingFile, _ space: FeatureSpace) -> [Finding] {
    let own = file.alternatives[0].mapping.condition
    let outer = space.guard(own)
    guard space.permits(outer) else { return finding(own, within: nil).map { [$0] } ?? [] }
    let variants = file.variants.filter { !space.permits(outer.and(space.guard($0))) }
    return (variants + conditions(in: file, outer, space)).compactMap {
      finding($0, within: own)
    }
  }

  /// The conditions inside a mapping that hold in none of the variants in which they stand.
  private static func conditions(
    in file: MappingFile, _ outer: FeatureGuard, _ space: FeatureSpace
  ) -> [FeatureCondition] {
    var order: [FeatureCondition] = []
    var canHold: [Span: Bool] = [:]
    for alternative in file.alternatives {
      let applied = alternative.applied.reduce(outer) { $0.and(space.guard(file.variants[$1])) }
      let mapping = alternative.mapping
      let conditions =
        mapping.fields.map(\.condition) + mapping.requires.map(\.condition)
        + mapping.document.after.map(\.condition)
      for condition in conditions {
        guard let span = condition.terms.first?.span else { continue }
        if canHold[span] == nil { order.append(condition) }
        canHold[span, default: false] =
          canHold[span, default: false] || space.permits(applied.and(space.guard(condition)))
      }
    }
    return order.filter { condition in
      condition.terms.first.map { canHold[$0.span] == false } ?? false
    }
  }

  private static func finding(
    _ condition: FeatureCondition, within outer: FeatureCondition?
  ) -> Finding? {
    guard let first = condition.terms.first, let last = condition.terms.last else { return nil }
    let note = outer?.terms.first.map {
      Finding.Note("the mapping exists only where this holds", at: $0.span)
    }
    return Finding(
      "invalid-value", "no choice of features fulfils this 'if'",
      at: first.span.through(last.span), label: "never holds", notes: note.map { [$0] } ?? [],
      help: "of the features of one choice exactly one is on; take out what stands under the 'if', "
        + "or name another feature")
  }
}

extension FeatureSpace {
  /// Whether some way to make all choices fulfils a condition.
  func permits(_ condition: FeatureGuard) -> Bool {
    choices.allSatisfy { choice in
      let left = choice & ~condition.forbidden
      let wanted = choice & condition.required
      return wanted == 0 ? left != 0 : wanted.nonzeroBitCount == 1 && wanted & left != 0
    }
  }
}

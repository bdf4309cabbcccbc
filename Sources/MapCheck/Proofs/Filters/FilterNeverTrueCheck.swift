import MapLanguage
import MapRuntime
import MapSource

/// `filter-never-true`: no record passes a filter, or the `when` of a template, a creation or a
/// refusal, alone or together with the filter of the records that get there.
enum FilterNeverTrueCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    var findings: [Finding] = []
    for side in [Side.bc, .sales] {
      guard let written = mapping.origin.filter[side] else { continue }
      let condition = Written(
        condition: mapping.filter(side), span: written.span, what: "filter", side: side)
      if let finding = condition.finding(mapping, context) { findings.append(finding) }
    }
    if !findings.isEmpty { return findings }
    return whens(of: mapping).compactMap { $0.finding(mapping, context) }
  }

  /// A condition with the place where it stands.
  private struct Written {
    let condition: EffectiveCondition
    let span: Span
    let what: String
    let side: Side
    /// Whether only records that pass the mapping's filter are asked.
    var isInsideFilter = false

    func finding(_ mapping: EffectiveMapping, _ context: CheckContext) -> Finding? {
      let table = context.table(mapping, side)
      for clause in condition.clauses {
        let field = table.fields[clause.field]
        let scope = FieldScope(field: field, side: side)
        guard ValueDomain(clause.test, scope).isEmpty else { continue }
        return Finding(
          "filter-never-true", "no value of '\(field.name.value)' passes this \(what)",
          at: clause.span, notes: [FlowScope.note(on: field)],
          help: "ask for values that '\(field.name.value)' can have")
      }
      if Satisfiability(of: [condition], in: table).isNever {
        return Finding(
          "filter-never-true", "no '\(table.name.value)' passes this \(what)", at: span,
          label: "what it asks excludes itself", help: "take out what contradicts the rest")
      }
      let filter = mapping.filter(side)
      guard isInsideFilter, !filter.isEmpty,
        Satisfiability(of: [filter, condition], in: table).isNever
      else { return nil }
      return Finding(
        "filter-never-true", "no '\(table.name.value)' that passes the filter passes this \(what)",
        at: span,
        notes: mapping.origin.filter[side].map { [Finding.Note("the filter is here", at: $0.span)] }
          ?? [],
        help: "take out what contradicts the filter")
    }
  }

  private static func whens(of mapping: EffectiveMapping) -> [Written] {
    var all: [Written] = []
    for direction in Direction.allCases {
      guard let create = mapping.create[direction] else { continue }
      all += written(create.when, create.rule.when, "condition", inside: direction.source)
    }
    for template in mapping.templates {
      all += written(
        template.when, template.origin.when, "condition", inside: template.to.other)
    }
    for (refusal, origin) in zip(mapping.refuse, mapping.origin.refuse) {
      all += written(refusal.when, origin.when, "condition", inside: nil)
    }
    return all
  }

  private static func written(
    _ when: EffectiveWhen?, _ origin: When?, _ what: String, inside: Side?
  ) -> [Written] {
    guard let when, let origin else { return [] }
    var all: [Written] = []
    if let bc = when.bc, let written = origin.bc {
      all.append(
        Written(
          condition: bc, span: written.span, what: what, side: .bc, isInsideFilter: inside == .bc))
    }
    if let sales = when.sales, let written = origin.sales {
      all.append(
        Written(
          condition: sales, span: written.span, what: what, side: .sales,
          isInsideFilter: inside == .sales))
    }
    return all
  }
}

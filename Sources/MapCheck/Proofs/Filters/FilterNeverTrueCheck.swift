import MapLanguage
import MapRuntime
import MapSource

/// `filter-never-true`: no record passes a filter, or the `when` of a template, a creation, a
/// refusal, a prerequisite or a write-in, alone or together with the filter and the states of the
/// records that get there.
enum FilterNeverTrueCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    var findings: [Finding] = []
    for side in [Side.bc, .sales] {
      guard let written = mapping.origin.filter[side] else { continue }
      let condition = Written(
        condition: mapping.filter(side), span: written.span, what: "filter", side: side,
        states: StateRule.handled)
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
    /// What `states` says of the Sales records that get here.
    var states: Set<StateRule> = []

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
      return outside(mapping, table) ?? inNoState(mapping, table, context)
    }

    /// Of the records that the filter lets through, none passes.
    private func outside(_ mapping: EffectiveMapping, _ table: Table) -> Finding? {
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

    /// In the states that are handled, none passes.
    private func inNoState(
      _ mapping: EffectiveMapping, _ table: Table, _ context: CheckContext
    ) -> Finding? {
      guard side == .sales, !states.isEmpty, let written = mapping.origin.document.statesSpan else {
        return nil
      }
      let records = WrittenRecords(mapping: mapping, direction: .toBC, context: context)
      let within = records.stateCondition(states).map { [$0] } ?? []
      guard !within.isEmpty, Satisfiability(of: within + [condition], in: table).isNever else {
        return nil
      }
      return Finding(
        "filter-never-true",
        "no '\(table.name.value)' in a state that 'states' lets through passes this \(what)",
        at: span, notes: [Finding.Note("the states are here", at: written)],
        help: "take the state out of the \(what): 'states' says what happens in each")
    }
  }

  private static func whens(of mapping: EffectiveMapping) -> [Written] {
    var all: [Written] = []
    // Of a mapping that goes both ways, a record that is written is asked as well; and one that
    // left its filter still comes where the mapping says `follow`.
    let isOneWay = mapping.direction != .both && mapping.outsideFilter == .skip
    let source = isOneWay ? mapping.direction.directions.first?.source : nil
    for direction in Direction.allCases {
      guard let create = mapping.create[direction] else { continue }
      all += written(
        create.when, create.rule.when, inside: direction.source,
        states: direction == .toBC ? [.takeIn] : [])
    }
    for template in mapping.templates {
      all += written(
        template.when, template.origin.when, inside: template.to.other,
        states: template.to == .bc ? [.takeIn] : [])
    }
    for (refusal, origin) in zip(mapping.refuse, mapping.origin.refuse) {
      all += written(refusal.when, origin.when, inside: source, states: StateRule.handled)
    }
    for requirement in mapping.requires {
      all += written(
        requirement.when, requirement.origin.when, inside: source, states: StateRule.handled)
    }
    if let rule = mapping.writeIn, let origin = mapping.origin.document.writeIn {
      all += written(rule.when, origin.when, inside: source)
    }
    return all
  }

  private static func written(
    _ when: EffectiveWhen?, _ origin: When?, inside: Side?, states: Set<StateRule> = []
  ) -> [Written] {
    guard let when, let origin else { return [] }
    var all: [Written] = []
    if let bc = when.bc, let written = origin.bc {
      all.append(
        Written(
          condition: bc, span: written.span, what: "condition", side: .bc,
          isInsideFilter: inside == .bc,
          states: states))
    }
    if let sales = when.sales, let written = origin.sales {
      all.append(
        Written(
          condition: sales, span: written.span, what: "condition", side: .sales,
          isInsideFilter: inside == .sales, states: states))
    }
    return all
  }
}

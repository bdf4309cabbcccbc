import MapCheck
import MapRuntime

extension RecordTrial {
  /// Why a record was not converted, as a phrase.
  public func message(of stop: RecordStop) -> String {
    switch stop {
    case .states(let rule, let state):
      rule == .update
        ? "it is in state '\(state)', in which only coupled documents are updated"
        : "it is in state '\(state)', which the mapping answers with '\(rule.rawValue)'"
    case .outsideFilter:
      (["it is outside the mapping's filter"]
        + [failedConditions.joined(separator: "; or ")].filter { !$0.isEmpty })
        .joined(separator: ": ")
    case .refuse(let place):
      "it was refused: \(program.mapping.refuse[place].because)"
    case .parent: "it is held: its parent is not coupled"
    case .rule(let refusal):
      refusal.reason == .waiting
        ? "it is held: the record that it refers to is not coupled"
        : "it was refused by '\(refusal.reason.rawValue)'"
    }
  }

  /// The rule that did it.
  public func rule(of stop: RecordStop) -> RuleSource? {
    let origin = program.mapping.origin
    return switch stop {
    case .states: origin.document.statesSpan.map { RuleSource(name: "states", span: $0) }
    case .outsideFilter:
      (failing.first?.span ?? origin.filter[direction.source]?.span).map {
        RuleSource(name: "filter", span: $0)
      }
    case .refuse(let place):
      RuleSource(name: "refuse", span: origin.refuse[place].because.span)
    case .parent: origin.parent.map { RuleSource(name: "parent", span: $0.span) }
    case .rule(let refusal): refusal.rule.flatMap(rule)
    }
  }

  // MARK: The filter

  private var filter: ConditionEvaluator {
    ConditionEvaluator(
      table: scene.checked.catalogue[program.mapping.table(direction.source)],
      run: scene.input.run)
  }

  private var failing: [EffectiveCondition.Clause] {
    filter.failing(program.mapping.filter(direction.source), on: scene.input.source)
  }

  /// The conditions that the record does not pass, with what it holds; of several one must hold.
  private var failedConditions: [String] {
    failing.compactMap { clause in
      let field = filter.table.fields[clause.field]
      func shown(_ value: Value) -> String { scene.text(value, of: field) }
      return filter.known(clause.test, of: clause.field).map { test in
        let value = filter.value(of: clause.field, in: scene.input.source)
        return FailedTest(field.name.value, shown(value), test.map(shown)).sentence
      }
    }
  }
}

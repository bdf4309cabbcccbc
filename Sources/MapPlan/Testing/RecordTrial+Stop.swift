import MapRuntime

extension RecordTrial {
  /// Why a record was not converted, as a phrase.
  public func message(of stop: RecordStop) -> String {
    switch stop {
    case .states(let rule, let state):
      rule == .update
        ? "it is in state '\(state)', in which only coupled documents are updated"
        : "it is in state '\(state)', which the mapping answers with '\(rule.rawValue)'"
    case .outsideFilter: "it is outside the mapping's filter"
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
      origin.filter[direction.source].map { RuleSource(name: "filter", span: $0.span) }
    case .refuse(let place):
      RuleSource(name: "refuse", span: origin.refuse[place].because.span)
    case .parent: origin.parent.map { RuleSource(name: "parent", span: $0.span) }
    case .rule(let refusal): refusal.rule.flatMap(rule)
    }
  }
}

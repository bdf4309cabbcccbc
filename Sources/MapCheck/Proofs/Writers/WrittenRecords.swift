import MapLanguage
import MapRuntime
import MapSource

/// The records that a mapping reads and writes in one direction, as conditions.
struct WrittenRecords {
  let mapping: EffectiveMapping
  let direction: Direction
  let context: CheckContext

  /// Whether it writes at all in this direction.
  var isWriting: Bool {
    mapping.direction.includes(direction)
      && (mapping.creates(direction) || mapping.fields.contains { $0.includes(direction) })
  }

  /// What the filter and the states of a side let through.
  func conditions(_ side: Side, states: Set<StateRule>) -> [EffectiveCondition] {
    let filter = mapping.filter(side)
    let all = filter.isEmpty ? [] : [filter]
    guard side == .sales, let condition = stateCondition(states) else { return all }
    return all + [condition]
  }

  /// The values that a written record has in any case: constants, and what the template sets that
  /// every new record gets.
  var constants: [EffectiveCondition] {
    var values: [Int: (value: Value, span: Span)] = [:]
    for map in mapping.fields where map.includes(direction) && map.onlyOn != .update {
      guard let target = map.field(direction.target) else { continue }
      if case .constant(.value(let value)) = map.source { values[target] = (value, map.span) }
    }
    let template = mapping.templates.first { $0.to == direction.target }
    if mapping.creates(direction), let template, template.isUnconditional {
      for assignment in template.set {
        guard case .value(let value) = assignment.operand else { continue }
        values[assignment.field] = (value, assignment.span)
      }
    }
    return values.sorted { $0.key < $1.key }.map { field, written in
      .field(field, is: written.value, at: written.span)
    }
  }

  /// The states in which a document is handled so; nil for a mapping that is no document, or of
  /// which a state is not known.
  func stateCondition(_ rules: Set<StateRule>) -> EffectiveCondition? {
    guard mapping.knows(.states), let states = mapping.document?.states,
      let field = context.table(mapping, .sales).place(of: states.field)
    else { return nil }
    let tests = states.states(rules).map {
      EffectiveTest.equals(.value(.option($0.state)))
    }
    let clause = EffectiveCondition.Clause(
      field: field, test: .anyOf(tests),
      span: mapping.origin.document.statesSpan ?? mapping.origin.name.span)
    return EffectiveCondition(clauses: [clause], any: [])
  }
}

extension StateRule {
  /// What lets a record through at all.
  static let handled: Set<StateRule> = [.takeIn, .update, .stateOnly]
}

import MapLanguage
import MapRuntime
import MapSource

/// `state-transition`: an event is to bring a Sales record into a state that it cannot reach from
/// one in which the event finds it.
enum StateTransitionCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    let rules = mapping.origin.document
    let table = context.table(mapping, .sales)
    return rules.after.flatMap { effect -> [Finding] in
      guard context.holds(effect.condition), let name = effect.state else { return [] }
      guard let states = table.states else {
        return table.isComplete && rules.states == nil ? [stateless(name, table)] : []
      }
      guard let target = states[name.value] else { return [] }
      return unreachable(effect, target, states, of: mapping)
    }
  }

  private static func stateless(_ name: Located<String>, _ table: Table) -> Finding {
    Finding(
      "unknown-option", "'\(table.name.value)' has no states", at: name.span,
      notes: [Finding.Note("the table is described here", at: table.name.span)],
      help: "describe them in schemas/sales, or write the field under 'set'")
  }

  private static func unreachable(
    _ effect: DocumentEffect, _ target: States.State, _ states: States,
    of mapping: EffectiveMapping
  ) -> [Finding] {
    // A neighbour that is none has a finding where it stands.
    guard states.values.allSatisfy({ $0.next.allSatisfy { states[$0.value] != nil } }) else {
      return []
    }
    let starts = starts(of: effect.event.value, states, mapping)
    let stuck = starts.filter { !states.reaches(target, from: $0) }
    guard let first = stuck.first, let name = effect.state else { return [] }
    let names = stuck.map { "'\($0.name.value)'" }.joined(separator: ", ")
    let open = target.isLocked || first.isLocked
    return [
      Finding(
        "state-transition",
        "'\(effect.event.value.rawValue)' can find a record in \(names), from where "
          + "'\(target.name.value)' cannot be reached",
        at: name.span, label: "cannot be reached",
        notes: [
          Finding.Note(
            "'\(first.name.value)' can become "
              + (first.next.isEmpty
                ? "nothing else"
                : first.next.map { "'\($0.value)'" }.joined(separator: ", ")),
            at: first.name.span)
        ] + (open ? [Finding.Note("a locked state is left through an unlocked neighbour")] : []),
        help: "say 'ignore' or 'refuse' for \(names) under 'states', or name another state")
    ]
  }

  /// The states in which an event can find the record on the Sales side.
  private static func starts(
    of event: DocumentEvent, _ states: States, _ mapping: EffectiveMapping
  ) -> [States.State] {
    func handled(_ permitted: Set<StateRule>) -> [States.State] {
      (mapping.document?.states?.states(permitted) ?? []).compactMap { states[$0.name] }
    }
    switch event {
    // A document that Sales gave was in a state that is taken in; one that Sales gets is new.
    case .created where mapping.direction.includes(.toBC): return handled([.takeIn])
    case .created: return Array(states.values.prefix(1))
    case .updated: return handled([.takeIn, .update])
    default: return handled([.takeIn, .update, .stateOnly])
    }
  }
}

import MapLanguage
import MapRuntime
import MapSource

/// `state-not-handled`: a header mapping that does not say what it does with records in every
/// state of its Sales table.
enum StateNotHandledCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    let rules = mapping.origin.document
    let table = context.table(mapping, .sales)
    guard let said = rules.states else {
      return mapping.knows(.states) ? unsaid(mapping, table) : []
    }
    guard let states = table.states else { return withoutStates(mapping, table) }
    // A misspelt name and the state that it was meant for are one mistake.
    guard said.allSatisfy({ states[$0.state.value] != nil }) else { return [] }
    let names = Set(said.map(\.state.value))
    let missing = states.values.filter { !names.contains($0.name.value) }
    if !missing.isEmpty, mapping.knows(.states) { return [notHandled(missing, mapping, table)] }
    return idle(said.map(\.rule.value), mapping)
  }

  /// States in which nothing ever happens, or none from which what is permitted could be created.
  private static func idle(_ rules: [StateRule], _ mapping: EffectiveMapping) -> [Finding] {
    guard mapping.knows(.states), mapping.knows(.create) else { return [] }
    // What is created in Sales may be left alone from then on.
    if rules.allSatisfy({ $0 == .ignore }), !mapping.creates(.toSales) {
      return [
        Finding(
          "invalid-value", "no state is handled, so this mapping does nothing",
          at: mapping.origin.document.statesSpan ?? mapping.origin.name.span,
          help: "say take-in, update or state-only for one of them")
      ]
    }
    guard mapping.direction.includes(.toBC), let create = mapping.create[.toBC],
      !rules.contains(.takeIn)
    else { return [] }
    return [
      Finding(
        "direction-conflict", "records are created in Business Central, and no state takes them in",
        at: create.rule.span, label: "never happens",
        notes: mapping.origin.document.statesSpan.map {
          [Finding.Note("the states are here", at: $0)]
        }
          ?? [],
        help: "say 'take-in' for a state, or take 'create.to-bc' out")
    ]
  }

  private static func notHandled(
    _ missing: [States.State], _ mapping: EffectiveMapping, _ table: Table
  ) -> Finding {
    let names = missing.map { "'\($0.name.value)'" }.joined(separator: ", ")
    return Finding(
      "state-not-handled",
      "'states' does not say what happens to records of '\(table.name.value)' in \(names)",
      at: mapping.origin.document.statesSpan ?? mapping.origin.name.span,
      label: missing.count == 1
        ? "one state is left open" : "\(missing.count) states are left open",
      notes: missing.map { Finding.Note("'\($0.name.value)' is described here", at: $0.name.span) },
      help: "say take-in, update, state-only, ignore or refuse for each")
  }

  /// Rules for documents on a table with states, and not a word on its states.
  private static func unsaid(_ mapping: EffectiveMapping, _ table: Table) -> [Finding] {
    guard let states = table.states, mapping.parent == nil, mapping.origin.parent == nil,
      let span = mapping.origin.document.headerRules.first?.span
    else { return [] }
    return [
      Finding(
        "state-not-handled", "a document says what it does with records in every state",
        at: mapping.origin.name.span, label: "says no 'states'",
        notes: [
          Finding.Note("this makes it a document", at: span),
          Finding.Note(
            "'\(table.name.value)' has states, described here", at: states.field.span),
        ],
        help: "say 'states: { "
          + states.values.map { "\($0.name.value): …" }.joined(separator: ", ") + " }'")
    ]
  }

  private static func withoutStates(_ mapping: EffectiveMapping, _ table: Table) -> [Finding] {
    guard table.isComplete, let span = mapping.origin.document.statesSpan else { return [] }
    return [
      Finding(
        "invalid-value", "'\(table.name.value)' has no states", at: span,
        notes: [Finding.Note("the table is described here", at: table.name.span)],
        help: "describe them in schemas/sales, or take 'states' out")
    ]
  }
}

import MapLanguage
import MapRuntime
import MapSource

/// Versions and won quotes.
extension DocumentReader {
  mutating func versions() {
    guard let versions = rules.versions else { return }
    towardsBC("versions", at: versions.span)
    field(versions.same, .sales)
    if versions.same.value == versions.number.value {
      add(
        Finding(
          "invalid-value", "versions have in common what counts them", at: versions.number.span,
          notes: [Finding.Note("the same field", at: versions.same.span)],
          help: "name the number that all versions of a quote have under 'same'"))
    }
    if let entry = rules.states?.first(where: { $0.state.value == versions.earlierState.value }),
      entry.rule.value == .takeIn
    {
      add(
        Finding(
          "direction-conflict",
          "earlier versions are in '\(versions.earlierState.value)', which 'states' takes in",
          at: versions.earlierState.span, notes: [Finding.Note("said here", at: entry.rule.span)],
          help: "name the state in which a version is when another has taken its place"))
    }
    if let field = field(versions.number, .sales) {
      switch field.type.value {
      case .integer, .bigInteger: break
      default: wrongType(versions.number, field, "versions are counted by an integer")
      }
    }
    state(versions.earlierState, versions.earlierStatus)
  }

  mutating func won() {
    guard let won = rules.won else { return }
    towardsBC("won", at: won.span)
    for steps in [won.submitted, won.notSubmitted] {
      for (place, step) in steps.enumerated() {
        guard let earlier = steps[..<place].first(where: { $0.value == step.value }) else {
          continue
        }
        twice(step.value.rawValue, at: step.span, first: earlier.span)
      }
    }
    state(won.state, nil)
    if let entry = rules.states?.first(where: { $0.state.value == won.state.value }),
      entry.rule.value == .ignore || entry.rule.value == .refuse
    {
      add(
        Finding(
          "direction-conflict",
          "'won' works on records in '\(won.state.value)', and 'states' says "
            + "'\(entry.rule.value.rawValue)' for them",
          at: won.state.span, notes: [Finding.Note("said here", at: entry.rule.span)],
          help: "say 'take-in', 'update' or 'state-only' for '\(won.state.value)'"))
    }
    guard let table = context.resolved.names.table(won.orderTable, on: .sales, &resolver.findings)
    else { return }
    guard
      let place = context.resolved.names.field(won.orderBy, in: table, &resolver.findings)
    else { return }
    let field = context.catalogue[table].fields[place]
    let own = context.table(mapping, .sales).name.value
    let targets = field.references?.targets.map(\.table.value) ?? []
    guard field.type.value != .lookup || !targets.contains(own) else { return }
    add(
      Finding(
        "lookup-wrong-table", "'\(won.orderBy.value)' does not refer to '\(own)'",
        at: won.orderBy.span, label: "is to name the quote",
        notes: [Finding.Note("the field is described here", at: field.span)],
        help: "name the lookup of '\(won.orderTable.value)' to '\(own)'"))
  }

  private mutating func state(_ name: Located<String>, _ status: Located<String>?) {
    let table = context.table(mapping, .sales)
    guard let states = table.states else { return }
    guard let state = states[name.value] else {
      add(StateNotHandledCheck.unknown(name, states, table))
      return
    }
    if let status, let finding = StatusNames.finding(status, of: state, states) { add(finding) }
  }
}

import MapLanguage
import MapRuntime
import MapSource

/// Versions and won quotes.
extension DocumentReader {
  mutating func versions() {
    guard let versions = rules.versions else { return }
    towardsBC("versions", at: versions.span)
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
    guard let table = context.catalogue.place(of: won.orderTable.value, on: .sales),
      let field = context.catalogue[table][won.orderBy.value]
    else { return }
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
}

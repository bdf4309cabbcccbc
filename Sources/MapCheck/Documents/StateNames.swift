import MapLanguage
import MapSource

/// What is wrong with the names of states and statuses; a status belongs to its state.
enum StateNames {
  /// A state that the table does not have.
  static func unknown(_ name: Located<String>, _ states: States, _ table: Table) -> Finding {
    let names = states.values.map(\.name.value)
    let nearest = Spelling.nearest(to: name.value, among: names)
    return Finding(
      "unknown-option", "'\(name.value)' is not a state of '\(table.name.value)'", at: name.span,
      label: nearest.map { "did you mean '\($0)'?" } ?? "",
      notes: [Finding.Note("its states are described here", at: states.field.span)],
      help: "its states are " + names.map { "'\($0)'" }.joined(separator: ", "),
      fix: nearest.map {
        Fix(certain: false, edits: [Fix.Edit(name.span, NameTable.quotedIfNeeded($0))])
      })
  }

  /// A status that the state does not have; nil for a state without any, which has a finding of
  /// its own.
  static func unknown(
    _ name: Located<String>, of state: States.State, _ states: States
  ) -> Finding? {
    guard !state.statuses.isEmpty else { return nil }
    let others = states.values.filter { other in
      other.statuses.contains { $0.name == name.value }
    }
    let nearest = Spelling.nearest(to: name.value, among: state.statuses.map(\.name))
    let label =
      others.first.map { "a status of '\($0.name.value)'" }
      ?? nearest.map { "did you mean '\($0)'?" } ?? ""
    return Finding(
      "unknown-option", "'\(name.value)' is not a status of the state '\(state.name.value)'",
      at: name.span, label: label,
      notes: [Finding.Note("the state is described here", at: state.name.span)],
      help: "it has " + state.statuses.map { "'\($0.name)'" }.joined(separator: ", "),
      fix: nearest.map {
        Fix(certain: false, edits: [Fix.Edit(name.span, NameTable.quotedIfNeeded($0))])
      })
  }
}

extension CheckContext {
  /// Whether something under an `if` of its own is there in this combination.
  func holds(_ condition: FeatureCondition) -> Bool {
    condition.terms.isEmpty || resolved.features.guard(condition).holds(in: features)
  }
}

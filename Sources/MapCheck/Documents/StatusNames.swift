import MapLanguage
import MapSource

/// Statuses belong to their states.
enum StatusNames {
  /// What is wrong with the name of a status; nil where the state has it.
  static func finding(
    _ name: Located<String>, of state: States.State, _ states: States
  ) -> Finding? {
    // A state without a status has a finding of its own.
    guard !state.statuses.isEmpty, !state.statuses.contains(where: { $0.name == name.value })
    else { return nil }
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

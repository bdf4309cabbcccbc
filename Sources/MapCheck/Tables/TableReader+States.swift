import MapLanguage
import MapRuntime
import MapSource

/// `states`.
extension TableReader {
  mutating func states() {
    guard let states = table.states else { return }
    for name in [states.field, states.status] {
      guard let field = table[name.value] else { continue }
      invalid(
        "'\(name.value)' is described by 'states'", at: field.name.span,
        label: "described a second time",
        notes: [Finding.Note("the states are here", at: name.span)],
        help: "take the field out of 'fields'")
    }
    if states.values.isEmpty {
      invalid("'states' has no values", at: states.field.span, help: "name them under 'values'")
    }
    let names = states.values.map(\.name.value)
    var numbers: [Int32: Field.Option] = [:]
    for state in states.values {
      for next in state.next where states[next.value] == nil { unknown(next, among: names) }
      if state.statuses.isEmpty, table.isComplete {
        invalid(
          "the state '\(state.name.value)' has no status", at: state.name.span,
          help: "say 'statuses: { NAME: NUMBER }'")
      }
      for status in state.statuses {
        guard let earlier = numbers.updateValue(status, forKey: status.value),
          !state.statuses.contains(where: { $0.span == earlier.span })
        else { continue }
        invalid(
          "'\(status.name)' has the number of '\(earlier.name)', \(status.value)",
          at: status.span, notes: [Finding.Note("first here", at: earlier.span)],
          help: "numbers of statuses are unique over all states")
      }
    }
  }

  private mutating func unknown(_ name: Located<String>, among names: [String]) {
    let nearest = Spelling.nearest(to: name.value, among: names)
    findings.append(
      Finding(
        "unknown-option", "'\(name.value)' is not a state of '\(table.name.value)'",
        at: name.span, label: nearest.map { "did you mean '\($0)'?" } ?? "",
        help: "its states are " + names.map { "'\($0)'" }.joined(separator: ", "),
        fix: nearest.map { Fix(certain: false, edits: [Fix.Edit(name.span, $0)]) }))
  }
}

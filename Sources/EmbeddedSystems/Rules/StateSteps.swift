import MapRuntime

/// A document goes from state to state as its table says; a locked one takes nothing else (R K-1
/// to K-6).
struct StateSteps: SystemRule {
  func concerns(_ table: TableLayout) -> Bool { table.description.states != nil }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard let states = change.table.description.states, change.kind != .deleted else { return }
    let now = state(change[states.field], states)
    let was = state(change.old(states.field), states)
    if let now,
      !now.statuses.contains(where: { .option(OptionValue($0.value)) == change[states.status] })
    {
      guard change[states.status] == change.old(states.status) || change.kind == .created,
        let first = now.statuses.first
      else {
        throw Refusal(
          "\(change.shown): field '\(states.status)' has a value that is none of '\(now.name)'")
      }
      try session.change(
        change.table.name, change.id, [states.status: .option(OptionValue(first.value))],
        by: .system)
    }
    guard change.kind == .changed, let was, session.author != .system else { return }
    if let now, now.value != was.value {
      guard was.next.contains(now.name) else {
        throw Refusal("\(change.shown) cannot go from '\(was.name)' to '\(now.name)'")
      }
    } else if was.isLocked, hasOtherChanges(change, states) {
      throw Refusal("\(change.shown) is '\(was.name)' and cannot be changed")
    }
  }

  private func state(_ value: Value, _ states: StatesDescription) -> StatesDescription.State? {
    guard let option = value.option else { return nil }
    return states.values.first { $0.value == option.rawValue }
  }

  private func hasOtherChanges(_ change: RowChange, _ states: StatesDescription) -> Bool {
    change.table.columns.contains { layout in
      layout.isStored && layout.name != states.field && layout.name != states.status
        && change.isChanged(layout.name)
    }
  }
}

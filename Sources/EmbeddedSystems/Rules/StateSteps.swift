import MapRuntime

/// A document goes from state to state as its table says; a locked one takes nothing else (R K-1
/// to K-6, SD-1).
struct StateSteps: SystemRule {
  func concerns(_ table: TableLayout) -> Bool { table.description.states != nil }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard let states = change.table.description.states, change.kind != .deleted else { return }
    let now = states.state(change[states.field])
    let was = states.state(change.old(states.field))
    if let now, !now.has(change[states.status]) {
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
    guard change.kind == .changed, let was, session.writer != .system else { return }
    if let now, now.value != was.value {
      let isStep =
        session.isReopening ? states.reopens(was, to: now) : was.next.contains(now.name)
      guard isStep else {
        throw Refusal("\(change.shown) cannot go from '\(was.name)' to '\(now.name)'")
      }
      // Between two locked states there is no moment in which it could be changed.
      guard was.isLocked, now.isLocked, !session.isReopening else { return }
    } else if session.isReopening ? states.reopens(was, to: was) : !was.isLocked {
      return
    }
    if hasOtherChanges(change, states), try !session.writesSubmitted(change.table, was) {
      throw Refusal("\(change.shown) is '\(was.name)' and cannot be changed")
    }
  }

  private func hasOtherChanges(_ change: RowChange, _ states: StatesDescription) -> Bool {
    change.table.columns.contains { layout in
      layout.isStored && layout.name != states.field && layout.name != states.status
        && change.isChanged(layout.name)
    }
  }
}

extension StatesDescription {
  func state(_ value: Value) -> State? {
    guard let option = value.option else { return nil }
    return values.first { $0.value == option.rawValue }
  }

  /// Whether a record can be opened in one state, and end in another or the same.
  func reopens(_ from: State, to end: State) -> Bool {
    let open =
      from.isLocked ? values.filter { !$0.isLocked && from.next.contains($0.name) } : [from]
    return open.contains { $0.value == end.value || $0.next.contains(end.name) }
  }
}

extension StatesDescription.State {
  /// Whether a status belongs to the state.
  func has(_ status: Value) -> Bool {
    statuses.contains { .option(OptionValue($0.value)) == status }
  }
}

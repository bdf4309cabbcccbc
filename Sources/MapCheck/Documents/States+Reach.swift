import MapLanguage

extension States {
  /// Whether the runtime can bring a record from one state to another: directly, or out of a locked
  /// state through an unlocked neighbour, which it reopens and leaves by itself
  /// (docs/language.md#tables).
  func reaches(_ target: State, from start: State) -> Bool {
    if start.name.value == target.name.value { return !start.isLocked || hasNeighbour(start) }
    if start.leads(to: target) { return true }
    guard start.isLocked else { return false }
    return neighbours(of: start).contains { $0.leads(to: target) }
  }

  /// A locked state whose status changes must be left and entered again.
  private func hasNeighbour(_ state: State) -> Bool {
    neighbours(of: state).contains { $0.leads(to: state) }
  }

  private func neighbours(of state: State) -> [State] {
    state.next.compactMap { self[$0.value] }.filter { !$0.isLocked }
  }
}

extension States.State {
  fileprivate func leads(to other: Self) -> Bool {
    next.contains { $0.value == other.name.value }
  }
}

import MapRuntime

/// What is noted while a row is bound: its bytes, what it refers to, what is wrong with it.
final class RowScratch {
  /// A record that a column refers to.
  enum Reference {
    case id(Lookup)
    case code(String)
    case option(OptionValue)
  }

  let arena = ByteArena()
  var references: [(column: Int, to: Reference)] = []
  /// The first column that is wrong, and why.
  var problem: (column: Int, why: String)?

  /// The last record that each column referred to and that was there; for one plan.
  var confirmed: [Lookup?] = []
  private var plan: ObjectIdentifier?

  /// Begins a row of a plan.
  @inline(__always)
  func begin(_ plan: WritePlan) {
    clear()
    if self.plan != ObjectIdentifier(plan) {
      self.plan = ObjectIdentifier(plan)
      confirmed = Array(repeating: nil, count: plan.columns.count)
    }
  }

  /// Forgets what was there.
  func forget() { plan = nil }

  @inline(__always)
  private func clear() {
    arena.clear()
    if !references.isEmpty { references.removeAll(keepingCapacity: true) }
    problem = nil
  }

  func note(_ column: Int, _ why: String) {
    if problem == nil { problem = (column, why) }
  }
}

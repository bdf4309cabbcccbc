import MapRuntime

extension ConflictPolicy {
  /// Every answer to changes of both sides.
  static let updates: [ConflictPolicy] = ConflictUnit.allCases.flatMap { unit in
    UpdateConflict.allCases.map { ConflictPolicy(update: $0, by: unit) }
  }

  var said: String { by == .record ? update.rawValue : "\(update.rawValue) by field" }
}

/// A small world: the records that it begins with, and what the mapping says.
struct WorldSetup: Hashable, Sendable {
  var mapping = TestedMapping.customer
  var scope = RunScope.coupled
  var conflict = ConflictPolicy()
  /// Coupled and in step.
  var pairs: [String] = []
  /// On both sides, and not coupled.
  var loose: [String] = []
  /// On one side.
  var inBC: [String] = []
  var inSales: [String] = []
  /// What BC has in its coupled records that never went to Sales: an older form of the mapping, which
  /// wrote the couplings, did not have these fields. They go to Sales alone.
  var older: [Field: String] = [:]
  /// A store takes so many records at a time.
  var batch = 1000
  /// A call of a system that writes several records may end between two of them.
  var isPiecemeal = false

  /// What a record begins with on both sides; that of a loose one differs.
  static let beginning: [Field: String] = [.phone: "100", .address: "Yard"]
}

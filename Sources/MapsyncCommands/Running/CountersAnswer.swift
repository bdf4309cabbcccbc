import MapSync

/// A job's counters by the names that scenarios use (README.md#scenarios).
struct CountersAnswer: Encodable {
  let inserted: Int
  let modified: Int
  let deleted: Int
  let unchanged: Int
  let skipped: Int
  let held: Int
  let failed: Int
  let coupled: Int
  let uncoupled: Int

  init(_ counters: JobCounters) {
    inserted = counters.inserted
    modified = counters.modified
    deleted = counters.deleted
    unchanged = counters.unchanged
    skipped = counters.skipped
    held = counters.held
    failed = counters.failed
    coupled = counters.coupled
    uncoupled = counters.uncoupled
  }

  static let columns: [TextTable.Column] = [
    .number("INSERTED"), .number("MODIFIED"), .number("DELETED"), .number("UNCHANGED"),
    .number("SKIPPED"), .number("HELD"), .failures("FAILED"), .number("COUPLED"),
    .number("UNCOUPLED"),
  ]

  /// In the order of the columns; a zero is a dot, so that the others stand out.
  var cells: [String] {
    [inserted, modified, deleted, unchanged, skipped, held, failed, coupled, uncoupled]
      .map(Numbers.orDot)
  }
}

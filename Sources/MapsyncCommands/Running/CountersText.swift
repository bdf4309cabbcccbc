/// Counters in words, zeroes left out.
enum CountersText {
  static func of(_ counters: CountersAnswer) -> String {
    let parts = [
      (counters.inserted, "inserted"), (counters.modified, "modified"),
      (counters.deleted, "deleted"), (counters.unchanged, "unchanged"),
      (counters.skipped, "skipped"), (counters.held, "held"), (counters.failed, "failed"),
      (counters.coupled, "coupled"), (counters.uncoupled, "uncoupled"),
    ].filter { $0.0 > 0 }.map { "\(Numbers.text($0.0)) \($0.1)" }
    return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
  }
}

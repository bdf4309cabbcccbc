import MapRuntime

/// The mapping's named rules on a page: before it is written, and after (R C-33 to C-48).
extension PageRun {
  mutating func applyRules() async throws(StoreFailure) {
    guard !run.rules.isEmpty else { return }
    var open = converted.indices.compactMap { place in
      converted[place].map { ruleRow(place, $0) }
    }
    for rule in run.rules {
      try await rule.prepare(&open)
      for row in open {
        guard let failure = row.failure else { continue }
        converted[row.place] = nil
        fail(row.place, failure, rule: nil)
      }
      open.removeAll { $0.failure != nil }
    }
    for row in open { converted[row.place] = Way.Target(reading: row.target) }
    ruled = open
  }

  private func ruleRow(_ place: Int, _ target: Way.Target) -> RuleRow {
    let isNew = rows[place].fate == .create
    return RuleRow(
      place: place, targetID: isNew ? nil : rows[place].coupling?.id(Way.direction.target),
      isNew: isNew, source: RecordValues(of: records[place].record),
      stored: RecordValues(of: stored(place)), target: RecordValues(of: target))
  }

  /// Rows that were written or are equal; what a rule says of them now is noted, for they stay.
  mutating func finishRules() async throws(StoreFailure) {
    guard !ruled.isEmpty else { return }
    let again = Set(stale)
    var open = ruled.filter { row in
      guard !again.contains(row.place) else { return false }
      switch rows[row.place].fate {
      case .create, .update, .unchanged: return true
      default: return false
      }
    }
    for place in open.indices where open[place].isNew {
      open[place].targetID = newIDs[open[place].place]
    }
    for rule in run.rules {
      try await rule.finish(&open)
      for row in open {
        if let failure = row.failure { note(row.place, .failed, failure, rule: nil) }
      }
      open.removeAll { $0.failure != nil }
    }
  }
}

import MapRuntime

/// What follows the writes, before anything is recorded.
extension Page {
  /// The named rules on rows that were written or are equal (R C-33 to C-48); what a rule says of
  /// them now is noted, for they stay.
  func finishRules(_ ruled: [RuleRow]) async throws(StoreFailure) {
    var open = ruled.filter { ruled in
      let row = rows[ruled.row]
      return !row.isStale && [.create, .update, .unchanged].contains(row.fate)
    }
    guard !open.isEmpty else { return }
    for index in open.indices where open[index].isNew {
      open[index].targetID = rows[open[index].row].newID
    }
    for rule in run.rules {
      try await rule.finish(&open)
      for ruled in open {
        if let failure = ruled.failure { fail(rows[ruled.row], failure) }
      }
      open.removeAll { $0.failure != nil }
    }
  }

  /// What follows from new partners, before their couplings are recorded (R C-37).
  func noteNewPartners() async throws(StoreFailure) {
    guard !run.creationRules.isEmpty else { return }
    var keys: [String] = []
    for index in rows.indices {
      let row = rows[index]
      if row.fate == .create && row.coupling != nil { keys.append(row.source.record.key) }
    }
    guard !keys.isEmpty else { return }
    for rule in run.creationRules { try await rule.created(keys, job: run.job) }
  }
}

/// What rules are told of a row.
extension Page {
  func ruleRow(_ index: Int, _ result: Way.Target) -> RuleRow {
    let row = rows[index]
    let isNew = row.fate == .create
    return RuleRow(
      row: index, targetID: isNew ? nil : row.coupling?.id(Way.direction.target),
      isNew: isNew, source: RecordValues(of: row.source.record),
      stored: RecordValues(of: row.target?.record ?? run.columns.fresh),
      target: RecordValues(of: result))
  }
}

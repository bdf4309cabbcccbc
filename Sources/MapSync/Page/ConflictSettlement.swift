import MapRuntime

/// What becomes of a record that both sides changed (R D-25 to D-29).
struct ConflictSettlement<Way: OneWay> {
  let page: Page<Way>
  private var run: DirectionRun<Way> { page.run }

  /// What this direction writes; nil where it leaves the record alone.
  func settled(_ row: PageRow<Way>, _ changed: FieldSet) -> FieldSet? {
    var differing = changed.intersection(run.columns.compared)
    guard run.isOfDocument, run.mode.checksConflicts, let agreement = run.agreement else {
      return settled(row, changed, differing)
    }
    differing = differing.union(agreement.disputedBeside(row))
    let counted = agreement.split(row, differing, of: changed)?.counted ?? FieldSet()
    if !counted.isEmpty {
      page.note(row, .interrupted, "is looked at again: what Sales has counted anew goes first")
    }
    return settled(row, changed.subtracting(counted), differing)
  }

  private func settled(
    _ row: PageRow<Way>, _ changed: FieldSet, _ differing: FieldSet
  ) -> FieldSet? {
    guard !differing.isEmpty else { return changed }
    let split = run.agreement?.split(row, differing, of: changed)
    row.disputed = split?.disputed ?? differing
    guard run.mode.checksConflicts else { return changed }
    let isByField = run.mode.mergesFields || run.policy.conflict.by == .field
    guard let split, isByField || !row.isBothChanged || run.isOfDocument && split.isOneSided else {
      row.disputed = differing
      return wins(row) ? changed : nil
    }
    let own = changed.subtracting(split.theirs)
    guard !split.disputed.isEmpty else { return own }
    guard isByField else { return wins(row) ? own : nil }
    let rest = own.subtracting(split.disputed)
    switch (run.policy.conflict.update, Way.direction) {
    case (.bcWins, .toSales), (.salesWins, .toBC): return own
    case (.bcWins, .toBC), (.salesWins, .toSales): return rest
    case (.refuse, _):
      refuse(row)
      guard !rest.isEmpty else { return nil }
      row.isDisputed = true
      row.fate = .update
      return rest
    }
  }

  /// Whether this direction goes on although the other side changed too.
  private func wins(_ row: PageRow<Way>) -> Bool {
    switch (run.policy.conflict.update, Way.direction) {
    case (.bcWins, .toSales), (.salesWins, .toBC): return true
    case (.bcWins, .toBC), (.salesWins, .toSales): row.fate = .skipped
    case (.refuse, _): refuse(row)
    }
    return false
  }

  /// Fails a record; what of it is in conflict is noted with the page.
  private func refuse(_ row: PageRow<Way>) {
    row.fate = .failed
    row.conflict = row.target.map { RecordConflict(row, $0, run) }
  }
}

import MapRuntime

/// The counterparts of coupled records, in one query; what is gone is answered as the mapping says
/// (R D-31 to D-34).
extension PageRun {
  mutating func readTargets() async throws(StoreFailure) {
    let side = Way.direction.target
    let wanted = rows.compactMap { $0.fate == .update ? $0.coupling?.id(side) : nil }
    guard !wanted.isEmpty else { return }
    targets = try await run.target.records(Way.Target.self, ids: wanted)
    try await run.targetFigures.fill(&targets)
    var places = [Guid: Int](minimumCapacity: targets.count)
    for (place, target) in targets.enumerated() { places[target.id] = place }
    for place in rows.indices where rows[place].fate == .update {
      guard let coupling = rows[place].coupling else { continue }
      guard let target = places[coupling.id(side)] else {
        gone(place, coupling)
        continue
      }
      rows[place].target = target
      let stored = targets[target].version.number
      let isTargetChanged = coupling.version(side).map { $0 != stored } ?? false
      let isSourceChanged =
        coupling.version(side.other) != versions[place].number
      rows[place].isBothChanged = isTargetChanged && isSourceChanged
      if isTargetChanged && run.mode.leavesChangedTargets && run.policy.directions.count > 1 {
        rows[place].fate = .skipped
        continue
      }
      if isTargetChanged && !isSourceChanged && isTwoWay {
        // Only the other side changed: its change travels first. What is due stays due.
        rows[place].fate = isDue ? .ignored : .unchanged
        rows[place].target = nil
      }
    }
  }

  /// The other direction exists and the run leaves its changes to it.
  private var isTwoWay: Bool {
    run.mode.checksConflicts && run.policy.directions.count > 1
  }

  private mutating func gone(_ place: Int, _ coupling: Coupling) {
    switch run.policy.deleteConflict {
    case .uncouple:
      rows[place].fate = .uncouple
      outcome.removed.append(coupling.bcID)
    case .deletePartner:
      rows[place].fate = .delete
      outcome.removed.append(coupling.bcID)
    case .restore where run.policy.creates.contains(Way.direction):
      rows[place].fate = .create
      rows[place].coupling = nil
      freed[place] = coupling.bcID
    case .restore, .refuse:
      fail(
        place,
        "is coupled to a record of '\(Way.Target.table.name)' that was deleted; restore it, "
          + "uncouple, or say 'conflict: { delete: … }' in the mapping", rule: nil)
    }
  }
}

import MapRuntime

/// Where a person has chosen a direction, whatever the other side changed: that choice is about what the
/// direction writes. What the other side changed of fields that only come from there is still to be
/// taken back, and nobody was shown that it would be lost (R D-40).
struct OpenTargets<Way: OneWay> {
  private let run: DirectionRun<Way>

  init(_ run: DirectionRun<Way>) { self.run = run }

  /// Whether a run writes over targets that somebody changed since, by a person's choice.
  private var isChosen: Bool {
    run.policy.directions.count > 1 && run.document == nil && run.mode.namesRecords
      && !run.mode.checksConflicts && !run.mode.leavesChangedTargets
  }

  /// Whether a target may have something to take back once it is written: what is certain only its
  /// other direction can tell, after the write.
  func mayBeOpen(_ row: PageRow<Way>) -> Bool {
    guard isChosen, let target = row.target, let coupling = row.coupling else { return false }
    return coupling.version(Way.direction.target) != target.version.number
  }

  /// Notes of written rows whether the other direction would still take something back from their
  /// targets: else it has nothing left to do with them. What was noted of it earlier is over, where it
  /// is not so any more: what was written lets it look again, if there is a reason to.
  func look(_ rows: [PageRow<Way>]) async throws(StoreFailure) {
    guard isChosen else { return }
    let rows = rows.filter(mayBeOpen)
    let ids = rows.compactMap { $0.target?.id }
    guard !ids.isEmpty else { return }
    let back = Way.direction.reversed
    let table = run.mapping.table(back.target)
    let twoWay = Way.Mapping.twoWay(back)
    // Whatever rests does so no more.
    var mode = RunMode.now.ofUnnamed
    mode.overridesRest = true
    mode.writesEqual = false
    var previews: [Guid: RecordPreview] = [:]
    for preview in try await Preview(run.integration).records(run.mapping, back, mode, ids: ids) {
      previews[preview.source] = preview
    }
    let noted =
      run.hasEntriesOfOtherWay
      ? try await run.integration.state.entries(run.mapping.name, back, ids: ids) : []
    let messages = Dictionary(noted.map { ($0.sourceID, $0.message) }) { first, _ in first }
    for row in rows {
      guard let id = row.target?.id, let preview = previews[id] else { continue }
      // What waits or cannot go over shows no fields, and so does a reference that follows.
      let isOpen =
        preview.fate == .update && preview.message == nil
        ? preview.fields.contains { field in
          table.column(field.field).map { !twoWay.contains($0) } ?? false
        } : preview.isAnythingToDo
      row.otherWay = isOpen ? .returns : .done
      row.endsOtherEntry = messages[id].map { $0 != preview.message } ?? false
    }
  }
}

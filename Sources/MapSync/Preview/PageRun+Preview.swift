import MapRuntime

/// A page as far as it goes without a write.
extension PageRun {
  mutating func preview() async throws(StoreFailure) -> [RecordPreview] {
    try await decide()
    try await readTargets()
    try await convert()
    return rows.indices.map { preview($0) }
  }

  private func preview(_ place: Int) -> RecordPreview {
    let (row, record) = (rows[place], records[place])
    let side = Way.direction.target
    let target = row.coupling?.id(side)
    let stored = row.target.map { targets[$0] }
    let version = row.coupling?.version(side)
    // Just coupled: nothing is known of either side, so neither counts as changed.
    let seen = row.coupling?.version(side.other)
    let isTargetChanged = version.map { $0 != stored?.version.number } ?? false
    return RecordPreview(
      direction: Way.direction, source: record.id,
      name: RecordName.of(record.record, id: record.id), target: target,
      fate: RecordPreview.Fate(row.fate), fields: fields(place, over: stored?.record),
      message: row.entry?.message ?? row.laters.first?.message ?? reason(row, record.record),
      rule: row.entry?.rule ?? row.laters.first?.rule,
      isSourceChanged: seen.map { $0 != record.version.number } ?? false,
      isTargetChanged: isTargetChanged,
      conflicts: row.isBothChanged
        ? changes[place].intersection(run.columns.twoWay).columns.map {
          Way.Target.table.columns[$0].name
        } : [])
  }

  /// The fields that would get another value.
  private func fields(_ place: Int, over stored: Way.Target?) -> [FieldPreview] {
    guard let converted = converted[place] else { return [] }
    let before = stored.map { RecordValues(of: $0) }
    let after = RecordValues(of: converted)
    let written =
      stored == nil
      ? converted.changes(from: Way.Target.blank)
        .intersection(
          FieldSet(bits: run.columns.creatable.bits | run.columns.updatable.bits))
      : changes[place]
    return written.columns.map { column in
      FieldPreview(
        field: Way.Target.table.columns[column].name, stored: before?[column] ?? .empty,
        new: after[column])
    }
  }

  /// Why a record is passed over.
  private func reason(_ row: PageRow, _ record: Way.Source) -> String? {
    switch row.fate {
    case .ignored, .skipped:
      guard let coupling = row.coupling else {
        if !run.accepts(record) { return "is outside the mapping's filter" }
        return run.policy.creates.contains(Way.direction)
          ? "is not coupled; 'create' makes its partner"
          : "is not coupled, and the mapping does not create in this direction"
      }
      if coupling.isSkipped { return "failed twice with the same message; 'retry' tries it again" }
      if run.mode.onlyUncoupled { return "is coupled already" }
      if !run.accepts(record) { return "is outside the mapping's filter" }
      if row.isBothChanged { return "the other side wins, as the mapping says" }
      return "its partner changed since; that comes back first"
    case .uncouple: return "its partner was deleted: the coupling would go"
    case .delete: return "its partner was deleted: it would be deleted too"
    case .unchanged, .create, .update, .failed, .held: return nil
    }
  }
}

extension RecordPreview.Fate {
  init(_ fate: PageRow.Fate) {
    self =
      switch fate {
      case .ignored, .skipped: .skipped
      case .unchanged: .unchanged
      case .create: .create
      case .update: .update
      case .failed: .failed
      case .held: .held
      case .uncouple: .uncouple
      case .delete: .delete
      }
  }
}

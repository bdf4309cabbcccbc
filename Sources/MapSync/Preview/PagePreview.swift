import MapRuntime

/// What a converted page would write: a page as far as it goes without a write (F3).
struct PagePreview<Way: OneWay> {
  private let page: Page<Way>
  private var run: DirectionRun<Way> { page.run }

  init(_ converted: ConvertedPage<Way>) { page = converted.page }

  /// One for each record, in their order.
  var records: [RecordPreview] { page.rows.map(preview) }

  private func preview(_ row: PageRow<Way>) -> RecordPreview {
    let side = Way.direction.target
    let version = row.coupling?.version(side)
    let seen = row.coupling?.version(side.other)
    let remark = row.entry ?? row.laters.first
    return RecordPreview(
      direction: Way.direction, source: row.source.id,
      name: RecordName.of(row.source.record, id: row.source.id), target: row.coupling?.id(side),
      fate: RecordPreview.Fate(row.fate), fields: fields(row),
      message: remark?.message ?? reason(row), rule: remark?.rule,
      // What was never in step has changed on both sides.
      isSourceChanged: row.coupling != nil && seen != row.source.version.number,
      isTargetChanged: row.coupling != nil && version != row.target?.version.number,
      conflicts: row.isBothChanged
        ? row.changes.intersection(run.columns.twoWay).columns.map {
          Way.Target.table.columns[$0].name
        } : [])
  }

  /// The fields that would get another value.
  private func fields(_ row: PageRow<Way>) -> [FieldPreview] {
    guard let result = row.result else { return [] }
    let before = (row.target?.record).map { RecordValues(of: $0) }
    let after = RecordValues(of: result)
    let written =
      before == nil
      ? result.changes(from: Way.Target.blank)
        .intersection(run.columns.creatable.union(run.columns.updatable))
      : row.changes
    return written.columns.map { column in
      FieldPreview(
        field: Way.Target.table.columns[column].name, stored: before?[column] ?? .empty,
        new: after[column])
    }
  }

  /// Why a record is passed over.
  private func reason(_ row: PageRow<Way>) -> String? {
    switch row.fate {
    case .ignored, .skipped:
      if run.excludes(row.source.record) {
        return "stands for lines without a product, and is never coupled"
      }
      let isAccepted = run.accepts(row.source.record)
      guard let coupling = row.coupling else {
        if !isAccepted { return "is outside the mapping's filter" }
        return run.policy.creates.contains(Way.direction)
          ? "is not coupled; 'create' makes its partner"
          : "is not coupled, and the mapping does not create in this direction"
      }
      if coupling.isSkipped { return "failed twice with the same message; 'retry' tries it again" }
      if run.mode.onlyUncoupled { return "is coupled already" }
      if !isAccepted { return "is outside the mapping's filter" }
      if row.isBothChanged { return "the other side wins, as the mapping says" }
      return "its partner changed since; that comes back first"
    case .uncouple: return "its partner was deleted: the coupling would go"
    case .delete: return "its partner was deleted: it would be deleted too"
    case .unchanged, .create, .update, .failed, .held: return nil
    }
  }
}

extension RecordPreview.Fate {
  init(_ fate: RowFate) {
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

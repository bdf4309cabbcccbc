import MapRuntime

/// What a page would write: a page as far as it goes without a write (F3).
struct PagePreview<Way: OneWay> {
  private let page: Page<Way>
  /// Of documents, by source.
  private let remarks: [Guid: DocumentRemark]
  private let isReached: Bool
  /// The records that wait for another one which the run makes before them, with its name.
  private let comes: [Guid: String]
  private let isOfCompany: (StoredRecord<Way.Source>) -> Bool
  private var run: DirectionRun<Way> { page.run }

  /// - Parameters:
  ///   - isReached: Whether the run comes upon the records.
  ///   - isOfCompany: Whether a record is one that the run asks for.
  init(
    _ foreseen: ForeseenPage<Way>, isReached: Bool = true, comes: [Guid: String] = [:],
    isOfCompany: @escaping (StoredRecord<Way.Source>) -> Bool = { _ in true }
  ) async throws(StoreFailure) {
    page = foreseen.page
    self.isReached = isReached
    self.comes = comes
    self.isOfCompany = isOfCompany
    remarks = try await page.document?.remarks(page) ?? [:]
  }

  /// One for each record, in their order.
  var records: [RecordPreview] { page.rows.map(preview) }

  private func preview(_ row: PageRow<Way>) -> RecordPreview {
    let end = end(row)
    let side = Way.direction.target
    let seen = row.coupling?.version(side.other)
    return RecordPreview(
      direction: Way.direction, source: row.source.id,
      name: run.integration.name(of: row.source.record, id: row.source.id),
      // Of one that is made again, the one that is gone.
      target: (row.coupling ?? row.lost)?.id(side) ?? row.formerTarget, fate: end.fate,
      fields: end.isReached ? fields(row) : [], message: end.message, rule: end.rule,
      isLeftUndone: page.isLeftUndone(row),
      // What was never in step has changed on both sides.
      isSourceChanged: row.coupling != nil && seen != row.source.version.number,
      isTargetChanged: row.isTargetChanged == true, isCompared: row.isTargetChanged != nil,
      isConflict: end.isConflict,
      conflicts: end.isReached
        ? row.disputed.columns.map { Way.Target.table.columns[$0].name } : [],
      counters: end.counters, isOlder: run.isOlder(row.coupling))
  }

  /// What becomes of a record.
  private struct Ending {
    var fate: RecordPreview.Fate
    var message: String?
    var rule: String?
    /// The run comes upon it.
    var isReached = true
    /// Its message is that of a conflict.
    var isConflict = false
    var counters = JobCounters()
  }

  private func end(_ row: PageRow<Way>) -> Ending {
    let fate = fate(row)
    if isReached || fate == .follow { return reached(row, fate) }
    var end = Ending(fate: row.coupling == nil ? .skipped : .unchanged, isReached: false)
    if let earlier = row.earlier, earlier.kind.waits {
      (end.fate, end.message, end.rule) = (.held, earlier.message, earlier.rule)
      return end
    }
    switch row.fate {
    case .unchanged: return end
    // What a run that came upon it would say of it as well.
    case .ignored, .skipped:
      end.fate = .skipped
      end.message = reason(row)
    case .create, .update, .failed, .held, .uncouple, .delete:
      end.message = passedBy(row)
    }
    if !isOfCompany(row.source) { end.message = "belongs to another company" }
    return end
  }

  private func reached(_ row: PageRow<Way>, _ fate: RecordPreview.Fate) -> Ending {
    let remark = row.entry ?? row.told ?? row.laters.first
    var end = Ending(
      fate: fate, message: remark?.message ?? reason(row), rule: remark?.rule,
      isConflict: remark?.conflict != nil, counters: row.counters)
    if row.fate == .held, let name = comes[row.source.id] {
      end.fate = row.coupling == nil ? .create : .update
      end.message = "once \(name) is made, which comes first"
      end.rule = nil
      end.counters = JobCounters()
      if row.coupling == nil { end.counters.inserted = 1 } else { end.counters.modified = 1 }
    } else if page.outcome.rests && row.comesToRest {
      end.counters.failed -= 1
      end.counters.skipped += 1
    }
    return end
  }

  /// Why a run does nothing with a record that it would take if it came upon it.
  private func passedBy(_ row: PageRow<Way>) -> String {
    row.coupling == nil
      ? "is not coupled, and has not changed since a run passed it; 'create' makes its partner"
      : "has not changed since a run passed it; 'sync' takes it"
  }

  private func fate(_ row: PageRow<Way>) -> RecordPreview.Fate {
    if case .follows? = remarks[row.source.id] { return .follow }
    return RecordPreview.Fate(row.fate)
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
    if let remark = remarks[row.source.id] { return remark.message }
    switch row.fate {
    case .ignored, .skipped:
      return page.reasonToPass(row)
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

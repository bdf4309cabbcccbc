import MapRuntime

/// What follows the write of a record in its run, and what a crash has kept from it.
///
/// A new record gets what only an existing one takes by a second write, and its system's own values
/// until then. They are nobody's choice: a product that is a draft because its run ended must not
/// block its item.
struct FollowingWrites<Way: OneWay> {
  private let run: DirectionRun<Way>

  init(
    _ integration: Integration, _ mapping: BoundMapping, job: JobID
  ) async throws(StoreFailure) {
    var mode = RunMode.full
    mode.writes = false
    run = try await DirectionRun<Way>(integration, mapping, mode, job: job)
  }

  /// Which writes of this mapping more follows: what the rules do; of a new record second writes and
  /// what the rules do with new ones besides.
  var kinds: Set<Intent.Write.Kind> {
    if !run.rules.isEmpty || run.document?.followsUpdate == true {
      return Set(Intent.Write.Kind.allCases)
    }
    let isOver =
      later.isEmpty && run.creationRules.isEmpty && run.document?.followsCreation != true
    return isOver ? [] : [.creation, .replacement]
  }

  private var later: FieldSet {
    run.columns.later(Way.direction, inDocument: run.document != nil)
  }

  /// Writes what new records lack of their second write, as their sources are by now.
  ///
  /// - Parameter made: New records as they were found, with what they were made of.
  /// - Returns: The records that nobody else has changed, with the version that this led to. What
  ///   somebody changed in the others is still to be taken back.
  func finish(
    _ made: [(source: StoredRecord<Way.Source>, target: StoredRecord<Way.Target>)]
  ) async throws(StoreFailure) -> [StoredRecord<Way.Target>] {
    // Documents are written whole, and their lines with them.
    guard run.document == nil, !later.isEmpty, !made.isEmpty else { return [] }
    let converted = try await ConvertedPage(
      PlannedPage(run, made.map(\.source), PageTask(isDue: true)))
    var updates: [RecordUpdate<Way.Target>] = []
    var targets: [StoredRecord<Way.Target>] = []
    for (row, target) in zip(converted.page.rows, made.map(\.target)) {
      guard let record = row.result else { continue }
      let columns = run.columns.unfinished(record, found: target.record, later)
      guard !columns.isEmpty else { continue }
      targets.append(target)
      updates.append(
        RecordUpdate(
          id: target.id, record: record, columns: columns, expected: target.version.number,
          unvalidated: run.columns.unvalidated))
    }
    guard !updates.isEmpty else { return [] }
    var finished: [StoredRecord<Way.Target>] = []
    for (target, result) in zip(targets, try await PageWrites(run).update(updates)) {
      guard case .written(_, let version) = result, target.version.isOurs else { continue }
      finished.append(
        StoredRecord(
          id: target.id, version: version, company: target.company, record: target.record))
    }
    return finished
  }
}

extension TargetColumns {
  /// What a new record lacks of its second write: the columns that its system has filled itself, and
  /// nobody since.
  func unfinished(_ wanted: Target, found: Target, _ later: FieldSet) -> FieldSet {
    wanted.changes(from: fresh).intersection(later).subtracting(found.changes(from: fresh))
  }
}

import MapRuntime

/// How a scheduled run comes upon a record: by the questions by which it finds all that it takes up
/// (R D-13 to D-17, F6), asked of some records.
enum Occasion: Hashable, CaseIterable {
  /// It failed before, or no longer waits.
  case due
  /// It changed since the mark, or was deleted.
  case news
  /// The run does not look at it.
  case none
}

/// The occasions of some source records.
struct Occasions<Way: OneWay> {
  private let run: DirectionRun<Way>
  private var due: Set<Guid> = []
  private var news: Set<Guid> = []

  /// - Parameter before: What the run in the other direction leaves.
  init(
    _ run: DirectionRun<Way>, _ ids: [Guid], after before: LeftBehind<Way.Source>
  ) async throws(StoreFailure) {
    self.run = run
    let state = run.integration.state
    let waiting = try await state.due(run.mapping.name, Way.direction, ids: ids)
    let isThere = try await AwaitedRecords(run.integration, run.mapping, Way.direction)
      .areThere(waiting)
    due = Set(zip(waiting, isThere).filter(\.1).map(\.0.id))
    due.formUnion(before.due)
    let freed = ids.filter(before.freed.contains)
    if !freed.isEmpty {
      due.formUnion(
        try await state.entries(run.mapping.name, Way.direction, ids: freed)
          .filter { $0.kind == .skipped }.map(\.sourceID))
    }
    due.subtract(before.uncoupled)
    let mark = try await state.mark(run.mark, Way.direction)
    news = try await run.source.changed(ids, of: Way.Source.table, since: mark)
      .union(before.records.keys)
  }

  func of(_ record: StoredRecord<Way.Source>) -> Occasion {
    if due.contains(record.id) { return .due }
    return isNews(record.id) && isOfCompany(record) ? .news : .none
  }

  /// Whether a record changed, or was deleted, since the mark.
  func isNews(_ id: Guid) -> Bool { news.contains(id) }

  /// As `changes` is asked for a company's records; documents look at all of them.
  func isOfCompany(_ record: StoredRecord<Way.Source>) -> Bool {
    guard let company = run.changeQuery.company else { return true }
    return record.company.map { $0 == company.id } ?? company.acceptsNone
  }
}

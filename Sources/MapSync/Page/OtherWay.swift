import MapRuntime

/// What the other direction has left to do with records of which this one is through.
enum OtherWayEnd: Sendable {
  /// Nobody asked, or it comes upon the record by itself.
  case unasked
  /// Nothing: the two are in step.
  case done
  /// Something, and what this direction wrote lets it look.
  case returns
  /// Something, and only an entry lets it look, as its mark has passed what it would take.
  case open
}

/// Looks whether the partners of records have something to send that nobody would come upon any more.
///
/// A conflict is one entry, an order of a person is about one direction, and a record that rests is left
/// alone in both: where that ends in one direction, the mark of the other one may have passed what its
/// side changed meanwhile (R D-26, D-30).
struct OtherWay<Way: OneWay> {
  private let run: DirectionRun<Way>
  private var side: Side { Way.direction.target }
  private var back: Direction { Way.direction.reversed }

  init(_ run: DirectionRun<Way>) { self.run = run }

  /// Notes for the rows of a page what is left to do. Most pages have no row that it must ask for.
  func look(_ page: Page<Way>) async throws(StoreFailure) {
    guard isTwoWay else { return }
    var rows: [PageRow<Way>] = []
    for index in page.rows.indices where page.rows[index].mayLeaveChanges {
      rows.append(page.rows[index])
    }
    let seen = try await seen(rows.compactMap { $0.coupling?.id(side) })
    rows.removeAll { row in
      guard let id = row.coupling?.id(side) else { return true }
      // Of a record that is in step its conflict ends with the page.
      let isSeen =
        seen.news.contains(id) || seen.noted.contains(id)
        || row.isOver && seen.conflicts.contains(id)
      if row.otherWay == .open && !isSeen { return true }
      row.otherWay = .unasked
      return isSeen
    }
    let previews = try await previews(rows.compactMap { $0.coupling?.id(side) })
    for row in rows {
      guard let id = row.coupling?.id(side), let preview = previews[id] else { continue }
      if row.isOver {
        if preview.conflicts.isEmpty && preview.isLeft { row.otherWay = .open }
      } else {
        row.otherWay = preview.isLeft ? .open : .done
      }
    }
  }

  /// Those of the partners of deleted sources that changed, and that nobody would tell of it.
  func untold(_ couplings: [Coupling]) async throws(StoreFailure) -> [Coupling] {
    guard isTwoWay else { return [] }
    let seen = try await seen(couplings.map { $0.id(side) })
    let unseen = couplings.filter { coupling in
      let id = coupling.id(side)
      return ![seen.news, seen.noted, seen.conflicts].contains { $0.contains(id) }
    }
    let previews = try await previews(unseen.map { $0.id(side) })
    return unseen.filter { previews[$0.id(side)]?.isLeft ?? false }
  }

  /// What lets the other direction look at the partner of a record.
  func entry(_ coupling: Coupling, at moment: DateTimeValue) -> Entry {
    Entry(
      mapping: run.mapping.name, direction: back, kind: .interrupted, sourceID: coupling.id(side),
      sourceName: run.integration.name(of: coupling.bcKey, in: run.mapping.pair.bc),
      targetID: coupling.id(side.other),
      message: "is looked at again: what kept it from going over has ended", job: run.job,
      at: moment)
  }

  private var isTwoWay: Bool { run.document == nil && run.policy.directions.count > 1 }

  /// Records that a run in the other direction comes upon by itself.
  private struct Seen {
    var news: Set<Guid> = []
    var noted: Set<Guid> = []
    var conflicts: Set<Guid> = []
  }

  private func seen(_ ids: [Guid]) async throws(StoreFailure) -> Seen {
    guard !ids.isEmpty else { return Seen() }
    let state = run.integration.state
    let mark = try await state.mark(run.mapping.mark(back, run.values), back)
    var seen = Seen()
    seen.news = try await run.target.changed(ids, of: Way.Target.table, since: mark)
    guard run.hasEntriesOfOtherWay else { return seen }
    for entry in try await state.entries(run.mapping.name, back, ids: ids) {
      if entry.conflict == nil {
        seen.noted.insert(entry.sourceID)
      } else {
        seen.conflicts.insert(entry.sourceID)
      }
    }
    return seen
  }

  private func previews(_ ids: [Guid]) async throws(StoreFailure) -> [Guid: RecordPreview] {
    guard !ids.isEmpty else { return [:] }
    // As any run that comes upon them, though they rest: that ends as well.
    var mode = RunMode.older
    mode.overridesRest = true
    let previews = try await Preview(run.integration).records(run.mapping, back, mode, ids: ids)
    return Dictionary(previews.map { ($0.source, $0) }) { first, _ in first }
  }
}

extension RecordPreview {
  /// Whether its source changed, and a run that looked at it would do something, or say why it cannot.
  fileprivate var isLeft: Bool { isSourceChanged && isAnythingToDo }

  /// Whether a run would write it, or fail it, or let it wait, or a reference of it.
  var isAnythingToDo: Bool {
    switch fate {
    case .create, .update, .held, .failed, .uncouple, .delete: true
    // What is said of such a record is that a reference follows.
    case .unchanged, .follow: message != nil
    case .skipped: false
    }
  }
}

extension PageRow {
  /// Whether this direction is through with the record, though its partner may have changed too.
  fileprivate var mayLeaveChanges: Bool {
    guard let coupling, !isStale else { return false }
    switch fate {
    case .unchanged: return isBothChanged && target != nil
    case .ignored, .skipped: return isOver && (earlier != nil || coupling.isSkipped)
    case .held: return otherWay == .open
    case .create, .update, .failed, .uncouple, .delete: return false
    }
  }
}

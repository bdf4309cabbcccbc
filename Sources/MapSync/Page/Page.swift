import MapRuntime

/// The rows of a page and what its stages share. Its loops go over indices: in generic code that is
/// several times faster than over the rows. A page goes through four stages, each with a type
/// that only the stage before leads to: planned (couplings in one query, counterparts in one),
/// converted (without a write), written (in one batch), recorded (in one transaction).
package struct Page<Way: OneWay> {
  package let run: DirectionRun<Way>
  package internal(set) var rows: [PageRow<Way>] = []
  package let task: PageTask
  var outcome: PageOutcome
  /// What is called what the values refer to that the page writes over.
  var replaced = ReferredNames()
  let document: (any DocumentPage<Way>)?

  init(_ run: DirectionRun<Way>, _ task: PageTask) {
    self.run = run
    self.task = task
    document = run.document?.page()
    outcome = PageOutcome(
      job: run.job, mapping: run.mapping.name, pair: run.mapping.pair, direction: Way.direction,
      at: run.integration.clock())
    outcome.mark = task.mark
    outcome.markName = run.mark
    outcome.cursor = task.cursor
    outcome.settled = task.gone
    // A job inside another one tries what others need now; whether it rests its own runs decide.
    outcome.rests = document?.rests ?? !run.isInner
  }

  /// The rows with a fate.
  package func indices(_ fate: RowFate) -> [Int] {
    var indices: [Int] = []
    indices.reserveCapacity(rows.count)
    for index in rows.indices where rows[index].fate == fate { indices.append(index) }
    return indices
  }

  /// The ids of some rows' sources.
  func ids(_ indices: [Int]) -> [Guid] { indices.map { rows[$0].source.id } }
}

/// What a page of a run is besides its records.
package struct PageTask {
  /// Released or failed before: looked at whatever their versions say.
  package var isDue = false
  /// How often these records were tried in this run.
  var attempt = 1
  /// Where the direction stands after this page, if the run moves its mark.
  var mark: MarkMove?
  /// How far a full synchronization is.
  var cursor: FullRunCursor?
  /// Entries that are over, since their records are gone.
  var gone: [SettledEntry] = []
  /// Of lines whose headers are made together with them: what stands for the header of each.
  package var parents: [ResolvedReference] = []
  /// Sources that are described otherwise than their targets, beside all fields of theirs.
  package var described: Set<Guid> = []
  /// Where a run is foretold: the couplings of sources as the run in the other direction leaves them.
  package var foreseen: [Guid: Coupling] = [:]
  /// The same of sources that it leaves without one.
  var uncoupled: Set<Guid> = []

  package init(
    isDue: Bool = false, attempt: Int = 1, mark: MarkMove? = nil, cursor: FullRunCursor? = nil,
    gone: [SettledEntry] = [], parents: [ResolvedReference] = []
  ) {
    self.isDue = isDue
    self.attempt = attempt
    self.mark = mark
    self.cursor = cursor
    self.gone = gone
    self.parents = parents
  }
}

extension DirectionRun {
  /// Takes a page of records the whole way.
  func process(
    _ records: [StoredRecord<Way.Source>], _ task: PageTask = PageTask()
  ) async throws(StoreFailure) -> JobCounters {
    let arrived = try await ArrivedWrites(self).settle(records)
    guard arrived.isEmpty else {
      let late = records.filter { arrived.contains($0.id) }
      var counters = try await process(late, PageTask(isDue: true, attempt: task.attempt))
      counters += try await process(records.filter { !arrived.contains($0.id) }, task)
      return counters
    }
    let converted = try await ConvertedPage(PlannedPage(self, records, task))
    let recorded = try await RecordedPage(WrittenPage(converted))
    guard !recorded.again.isEmpty else { return recorded.counters }
    var counters = recorded.counters
    counters += try await process(
      recorded.again, PageTask(isDue: true, attempt: task.attempt + 1))
    return counters
  }
}

/// Notes on records that do not go through.
extension Page {
  /// Fails a record with a sentence; nothing of it changes.
  ///
  /// - Parameter place: The YAML file and line that say so, where one does.
  package func fail(_ row: PageRow<Way>, _ message: String, at place: String? = nil) {
    note(row, .failed, message, at: place)
  }

  package func note(
    _ row: PageRow<Way>, _ kind: Entry.Kind, _ message: String, at place: String? = nil,
    missing: Entry.Missing? = nil
  ) {
    let entry = Entry(
      mapping: run.mapping.name, direction: Way.direction, kind: kind, sourceID: row.source.id,
      sourceName: run.integration.name(of: row.source.record, id: row.source.id),
      targetID: row.coupling?.id(Way.direction.target), message: message,
      rule: place, missing: missing, job: run.job, at: outcome.at)
    switch kind {
    case .later, .interrupted: row.laters.append(entry)
    case .held:
      row.fate = .held
      row.entry = entry
    case .failed, .skipped:
      row.fate = .failed
      row.entry = entry
    }
  }
}

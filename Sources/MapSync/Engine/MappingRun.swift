import MapRuntime

/// Runs one mapping in one direction, page by page, as one job.
struct MappingRun<Way: OneWay>: Sendable {
  let integration: Integration
  let mapping: BoundMapping
  let mode: RunMode

  /// What changed since the mark, after what failed or was held before (F8; R D-13 to D-17).
  func changes() async throws(StoreFailure) -> JobReport {
    try await job { run throws(StoreFailure) in
      let state = integration.state
      var counters = try await due(run, releasedOnly: false)
      var mark = try await state.mark(run.mark, Way.direction)
      var hasMore = true
      while hasMore && !Task.isCancelled {
        let page = try await run.source.changes(
          Way.Source.self, since: mark, run.changeQuery, limit: run.source.batchSize)
        counters += try await deleted(page.deleted, run)
        let move = MarkMove(from: mark, to: page.next)
        mark = page.next
        hasMore = page.hasMore
        if page.records.isEmpty {
          try await state.move(move, run.mark, Way.direction)
          continue
        }
        counters += try await run.process(page.records, PageTask(mark: move))
      }
      if counters.inserted + counters.coupled > 0 {
        counters += try await due(run, releasedOnly: true)
      }
      if let document = run.document { counters += try await document.refresh(.news, run) }
      return counters
    }
  }

  /// What became of the sources of documents that were written before (F27).
  func refresh(_ scope: RefreshScope) async throws(StoreFailure) -> JobReport {
    try await job { run throws(StoreFailure) in
      guard let document = run.document else { return JobCounters() }
      return try await document.refresh(scope, run)
    }
  }

  /// Chosen records (F2, F3).
  func records(_ ids: [Guid]) async throws(StoreFailure) -> JobReport {
    try await job { run throws(StoreFailure) in
      var counters = JobCounters()
      var first = 0
      while first < ids.count && !Task.isCancelled {
        let batch = Array(ids[first..<min(first + run.source.batchSize, ids.count)])
        first += batch.count
        let records = try await run.source.records(Way.Source.self, ids: batch)
        counters += try await run.process(records)
      }
      return counters
    }
  }

  /// Every record within the filter, in the order of ids, going on where a cursor says (F9).
  ///
  /// - Parameter progress: Told the records of each page.
  func all(
    from cursor: FullRunCursor, progress: @Sendable (JobCounters, Int) async -> Void
  ) async throws(StoreFailure) -> JobReport {
    try await job { run throws(StoreFailure) in
      var cursor = cursor
      var counters = JobCounters()
      // Scheduled runs go on from where this one began, unless somebody set the mark meanwhile.
      let mark = try await integration.state.mark(run.mark, Way.direction)
      let query = RecordQuery(
        FilterInForce<Way.Mapping>(run.policy, run.values, integration)
          .condition(Way.direction.source), company: run.sourceCompany)
      var records = cursor.isFinished ? [] : try await sources(run, query, cursor.after).get()
      while !cursor.isFinished && !Task.isCancelled {
        cursor.after = records.last?.id ?? cursor.after
        cursor.isFinished = records.count < run.source.batchSize
        // The next page is read while this one is written.
        let (isLast, after) = (cursor.isFinished, cursor.after)
        async let next = isLast ? .success([]) : sources(run, query, after)
        let more = try await run.process(
          records,
          PageTask(
            mark: cursor.isFinished ? MarkMove(from: mark, to: cursor.mark) : nil, cursor: cursor))
        counters += more
        await progress(more, records.count)
        records = try await next.get()
      }
      counters += try await due(run, releasedOnly: true)
      return counters
    }
  }

  private func sources(
    _ run: DirectionRun<Way>, _ query: RecordQuery, _ after: Guid?
  ) async -> Result<[StoredRecord<Way.Source>], StoreFailure> {
    do throws(StoreFailure) {
      return .success(
        try await run.source.records(
          Way.Source.self, query, after: after, limit: run.source.batchSize))
    } catch {
      return .failure(error)
    }
  }

  /// Records that failed before, and held ones that may go.
  func releases() async throws(StoreFailure) -> JobReport {
    try await job { run throws(StoreFailure) in try await due(run, releasedOnly: true) }
  }

  private func due(
    _ run: DirectionRun<Way>, releasedOnly: Bool
  ) async throws(StoreFailure) -> JobCounters {
    var counters = JobCounters()
    var due = DueRecords(integration, mapping, Way.direction, releasedOnly: releasedOnly)
    while !Task.isCancelled {
      let ids = try await due.next()
      if ids.isEmpty { break }
      let records = try await run.source.records(Way.Source.self, ids: ids)
      let gone = Set(ids).subtracting(records.map(\.id)).sorted()
      let untold = try await tellAgain(gone, run, &counters)
      // An entry of a record that is gone is over.
      counters += try await run.process(
        records,
        PageTask(isDue: true, gone: gone.filter { !untold.contains($0) }.map { SettledEntry($0) }))
    }
    return counters
  }

  /// Deleted source records, where the mapping says what becomes of their partners (R D-31).
  private func deleted(
    _ ids: [Guid], _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> JobCounters {
    guard !ids.isEmpty else { return JobCounters() }
    if let document = run.document {
      let gone = try await run.integration.state.couplings(
        mapping.pair, Way.direction.source, ids: ids)
      if let counters = try await document.settle(gone.compactMap { $0 }, run) { return counters }
    }
    try await forget(ids, run)
    return try await DeletedSources(run: run).settle(ids)
  }

  /// What was noted of records that are gone is over, and their couplings rest no more: who looks at
  /// the partners is told that they lost theirs.
  private func forget(_ ids: [Guid], _ run: DirectionRun<Way>) async throws(StoreFailure) {
    let state = integration.state
    let entries = try await state.entries(mapping.name, Way.direction, ids: ids)
    let conflicts = try await conflictsAtRest(ids, run)
    guard !entries.isEmpty || !conflicts.isEmpty else { return }
    var outcome = PageOutcome(
      job: run.job, mapping: mapping.name, pair: mapping.pair, direction: Way.direction,
      at: integration.clock())
    outcome.settled = entries.map { SettledEntry($0.sourceID, read: $0) }
    let couplings = try await state.couplings(
      mapping.pair, Way.direction.source, ids: entries.map(\.sourceID)
    ).compactMap { $0 }
    let known = Set(couplings)
    for var coupling in couplings + conflicts.filter({ !known.contains($0) })
    where coupling.isSkipped {
      coupling.isSkipped = false
      outcome.couplings.append(coupling)
      outcome.freed.append(coupling)
    }
    _ = try await state.record(outcome)
  }

  /// Couplings of Sales records that are gone which rest for a conflict: it is noted under the record
  /// of Business Central, which is told now that it lost its partner.
  private func conflictsAtRest(
    _ ids: [Guid], _ run: DirectionRun<Way>
  ) async throws(StoreFailure) -> [Coupling] {
    guard Way.direction == .toBC, run.hasEntriesOfOtherWay else { return [] }
    let couplings = try await integration.state.couplings(mapping.pair, .sales, ids: ids)
      .compactMap { $0 }.filter(\.isSkipped)
    guard !couplings.isEmpty else { return [] }
    let noted = try await integration.state.entries(
      mapping.name, .toSales, ids: couplings.map(\.bcID))
    let conflicts = Set(noted.filter { $0.conflict != nil }.map(\.sourceID))
    return couplings.filter { conflicts.contains($0.bcID) }
  }

  /// Documents that are gone and whose end could not be told: the mark has passed them, so that it is
  /// their entry which brings them back (R F-3, E-37).
  ///
  /// - Returns: those that could not be told again.
  private func tellAgain(
    _ gone: [Guid], _ run: DirectionRun<Way>, _ counters: inout JobCounters
  ) async throws(StoreFailure) -> Set<Guid> {
    guard let document = run.document, !gone.isEmpty else { return [] }
    let couplings = try await integration.state.couplings(
      mapping.pair, Way.direction.source, ids: gone)
    guard let told = try await document.settle(couplings.compactMap { $0 }, run) else { return [] }
    counters += told
    return Set(
      try await integration.state.entries(mapping.name, Way.direction, ids: gone)
        .filter { $0.job == run.job }.map(\.sourceID))
  }

  func job(
    _ body: (DirectionRun<Way>) async throws(StoreFailure) -> JobCounters
  ) async throws(StoreFailure) -> JobReport {
    let id = try await integration.begin(
      Job(
        mapping: mapping.name, direction: Way.direction, trigger: mode.trigger,
        started: integration.clock()))
    do throws(StoreFailure) {
      let own = integration.inside(mode.trigger)
      let run = try await DirectionRun<Way>(own, mapping, mode, job: id)
      let counters = try await body(run)
      return try await integration.end(
        JobReport(
          id: id, mapping: mapping.name, direction: Way.direction, counters: counters,
          message: counters.remark, passedOver: run.passedOver.all), inside: own)
    } catch {
      try? await integration.state.finishJob(
        id, at: integration.clock(), message: error.sentence)
      throw error
    }
  }
}

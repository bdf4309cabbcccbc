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
      var mark = try await state.mark(mapping.name, Way.direction)
      var hasMore = true
      while hasMore && !Task.isCancelled {
        // A document that waited here is seen once more where another company took it in.
        let query = RecordQuery(company: run.document == nil ? run.sourceCompany : nil)
        let page = try await run.source.changes(
          Way.Source.self, since: mark, query, limit: run.source.batchSize)
        try await deleted(page.deleted, run)
        let move = MarkMove(from: mark, to: page.next)
        mark = page.next
        hasMore = page.hasMore
        if page.records.isEmpty {
          try await state.move(move, mapping.name, Way.direction)
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
      let mark = try await integration.state.mark(mapping.name, Way.direction)
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
      // An entry of a record that is gone is over.
      let gone = Set(ids).subtracting(records.map(\.id)).map { SettledEntry($0) }
      counters += try await run.process(records, PageTask(isDue: true, gone: gone))
    }
    return counters
  }

  /// Deleted source records, where the mapping says what becomes of their partners (R D-31).
  private func deleted(
    _ ids: [Guid], _ run: DirectionRun<Way>
  ) async throws(StoreFailure) {
    guard !ids.isEmpty else { return }
    if let document = run.document {
      let gone = try await run.integration.state.couplings(
        mapping.pair, Way.direction.source, ids: ids)
      if try await document.settle(gone.compactMap { $0 }, run) { return }
    }
    guard mapping.policy.deleteConflict != .refuse else { return }
    try await DeletedSources(run: run).settle(ids)
  }

  private func job(
    _ body: (DirectionRun<Way>) async throws(StoreFailure) -> JobCounters
  ) async throws(StoreFailure) -> JobReport {
    let state = integration.state
    let id = try await state.startJob(
      Job(
        mapping: mapping.name, direction: Way.direction, trigger: mode.trigger,
        started: integration.clock()))
    do throws(StoreFailure) {
      let run = try await DirectionRun<Way>(integration, mapping, mode, job: id)
      let counters = try await body(run)
      try await state.finishJob(id, at: integration.clock(), message: counters.remark)
      return JobReport(id: id, mapping: mapping.name, direction: Way.direction, counters: counters)
    } catch {
      try? await state.finishJob(id, at: integration.clock(), message: error.sentence)
      throw error
    }
  }
}

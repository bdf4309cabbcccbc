import MapRuntime

/// The writes of a page to the systems. Those that broke on the way are asked for, and what did not
/// happen is tried again (B6).
struct PageWrites<Way: OneWay> {
  private let run: DirectionRun<Way>

  init(_ run: DirectionRun<Way>) { self.run = run }

  /// - Parameter document: What writes documents whole; nil for records without lines.
  func create(
    _ news: [NewRecord<Way.Target>], whole document: (any DocumentPage<Way>)? = nil
  ) async throws(StoreFailure) -> [WriteResult] {
    guard let keys = run.generatedKeys else { return try await createOnce(news, document) }
    return try await keys.created(news) { news throws(StoreFailure) in
      try await createOnce(news, document)
    }
  }

  private func createOnce(
    _ news: [NewRecord<Way.Target>], _ document: (any DocumentPage<Way>)?
  ) async throws(StoreFailure) -> [WriteResult] {
    try await WriteRetry.again(news) { news throws(StoreFailure) in
      let results =
        if let document {
          try await document.create(news)
        } else {
          try await run.target.create(news)
        }
      // An option chooses its own number, so that its label is asked for.
      return run.policy.option == nil
        ? try await WriteRetry.settled(
          results, of: Way.Target.self, in: run.target, { news[$0].id }
        ) { index, version in news[index].replaced.map { version.isOwn(since: $0) } ?? true }
        : try await labelled(results, news)
    }
  }

  /// - Parameter document: What writes documents whatever state locks them; nil for other records.
  func update(
    _ updates: [RecordUpdate<Way.Target>], whole document: (any DocumentPage<Way>)? = nil
  ) async throws(StoreFailure) -> [WriteResult] {
    try await WriteRetry.again(updates) { updates throws(StoreFailure) in
      let results =
        if let document {
          try await document.update(updates)
        } else {
          try await run.target.update(updates)
        }
      return try await WriteRetry.settled(
        results, of: Way.Target.self, in: run.target, { updates[$0].id }
      ) { index, version in version.isOwn(since: updates[index].expected) }
    }
  }

  func delete(_ ids: [Guid]) async throws(StoreFailure) -> [WriteResult] {
    try await WriteRetry.again(ids) { ids throws(StoreFailure) in
      try await run.source.delete(ids, from: Way.Source.table)
    }
  }

  /// Asks for options that may have been made, by their labels; one that is coupled is another
  /// code's.
  private func labelled(
    _ results: [WriteResult], _ news: [NewRecord<Way.Target>]
  ) async throws(StoreFailure) -> [WriteResult] {
    let open = results.indices.filter { results[$0].isOpen }
    guard !open.isEmpty, let label = Way.Target.table.column("$label") else {
      return results
    }
    let stored = try await run.target.records(
      Way.Target.self, matching: [MatchColumn(label, isCaseSensitive: true)],
      values: open.map { [RecordValues(of: news[$0].record)[label]] }, .all)
    let coupled = try await run.integration.state.coupled(
      [run.mapping.pair], Way.direction.target, ids: stored.map(\.id))
    var results = results
    for index in open {
      let wanted = RecordValues(of: news[index].record)[label]
      let found = stored.first {
        RecordValues(of: $0.record)[label] == wanted && !coupled.contains($0.id)
      }
      if let found { results[index] = .written(id: found.id, version: found.version) }
    }
    return results
  }
}

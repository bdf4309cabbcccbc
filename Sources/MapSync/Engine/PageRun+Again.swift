import MapRuntime

/// Writes that broke on the way: what happened all the same is asked for, and the rest is tried
/// again (B6).
extension PageRun {
  private static var retries: Int { 3 }

  func created(_ news: [NewRecord<Way.Target>]) async throws(StoreFailure) -> [WriteResult] {
    // An option chooses its own number, so that nobody can ask for it; matching finds it later.
    let retries = run.policy.option == nil ? Self.retries : 0
    return try await again(news, retries) { news throws(StoreFailure) in
      let results = try await run.target.create(news)
      return try await settled(results, { news[$0].id }, { _, _ in true })
    }
  }

  func updated(_ updates: [RecordUpdate<Way.Target>]) async throws(StoreFailure) -> [WriteResult] {
    try await again(updates, Self.retries) { updates throws(StoreFailure) in
      let results = try await run.target.update(updates)
      return try await settled(results, { updates[$0].id }) { place, version in
        // Our own newer version there says so.
        version.isOurs && version.number != updates[place].expected
      }
    }
  }

  func deleted(_ ids: [Guid]) async throws(StoreFailure) -> [WriteResult] {
    try await again(ids, Self.retries) { ids throws(StoreFailure) in
      try await run.source.delete(ids, from: Way.Source.table)
    }
  }

  private func again<Write>(
    _ writes: [Write], _ retries: Int,
    _ write: ([Write]) async throws(StoreFailure) -> [WriteResult]
  ) async throws(StoreFailure) -> [WriteResult] {
    var results = try await write(writes)
    for _ in 0..<retries {
      let open = results.indices.filter { results[$0].isOpen }
      if open.isEmpty { break }
      for (place, result) in zip(open, try await write(open.map { writes[$0] })) {
        results[place] = result
      }
    }
    return results
  }

  /// Asks for what may have happened.
  private func settled(
    _ results: [WriteResult], _ id: (Int) -> Guid, _ isOurs: (Int, RecordVersion) -> Bool
  ) async throws(StoreFailure) -> [WriteResult] {
    let open = results.indices.filter { results[$0].isOpen }
    guard !open.isEmpty else { return results }
    let stored = try await run.target.records(Way.Target.self, ids: open.map(id))
    let versions = Dictionary(stored.map { ($0.id, $0.version) }) { first, _ in first }
    var results = results
    for place in open {
      guard let version = versions[id(place)], isOurs(place, version) else { continue }
      results[place] = .written(id: id(place), version: version)
    }
    return results
  }
}

extension WriteResult {
  /// It failed on the way, and may have happened.
  fileprivate var isOpen: Bool { if case .failed = self { true } else { false } }
}

import MapRuntime

/// Writes that broke on the way are tried again at once (B6). A write that may have happened is asked
/// for before that by whoever knows how.
package enum WriteRetry {
  private static var times: Int { 3 }

  package static func again<Write: Sendable>(
    _ writes: [Write],
    _ write: ([Write]) async throws(StoreFailure) -> [WriteResult]
  ) async throws(StoreFailure) -> [WriteResult] {
    var results = try await write(writes)
    for _ in 0..<times {
      let open = results.indices.filter { results[$0].isOpen }
      if open.isEmpty { break }
      for (place, result) in zip(open, try await write(open.map { writes[$0] })) {
        results[place] = result
      }
    }
    return results
  }

  /// Asks for writes that broke on the way whether they happened; those that did are written.
  ///
  /// - Parameters:
  ///   - id: The record of each write.
  ///   - isOurs: Whether the version of a write's record says that it happened.
  package static func settled<Record: TableRecord>(
    _ results: [WriteResult], of type: Record.Type, in store: any SystemStore,
    _ id: (Int) -> Guid, _ isOurs: (Int, RecordVersion) -> Bool
  ) async throws(StoreFailure) -> [WriteResult] {
    let open = results.indices.filter { results[$0].isOpen }
    guard !open.isEmpty else { return results }
    let stored = try await store.records(type, ids: open.map(id))
    let versions = Dictionary(stored.map { ($0.id, $0.version) }) { first, _ in first }
    var results = results
    for index in open {
      guard let version = versions[id(index)], isOurs(index, version) else { continue }
      results[index] = .written(id: id(index), version: version.ofOwnWrite)
    }
    return results
  }
}

extension RecordVersion {
  /// Whether the integration has written since a version: its own newer version says so, whoever
  /// wrote after it.
  package func isOwn(since expected: Int64?) -> Bool {
    guard let expected, let lastOwn else { return isOurs && number != expected }
    return lastOwn > expected
  }
}

extension WriteResult {
  /// It failed on the way, and may have happened.
  var isOpen: Bool { if case .failed = self { true } else { false } }

  /// After a deletion: the record is not there any more.
  var isGone: Bool {
    switch self {
    case .written, .missing: true
    case .stale, .refused, .failed: false
    }
  }

  /// Why it was not done.
  var sentence: String? {
    switch self {
    case .refused(let sentence), .failed(let sentence): sentence
    case .written, .stale, .missing: nil
    }
  }
}

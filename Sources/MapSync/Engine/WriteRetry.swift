/// Writes that broke on the way are tried again at once (B6). A write that may have happened is asked
/// for before that by whoever knows how.
enum WriteRetry {
  private static var times: Int { 3 }

  static func again<Write: Sendable>(
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

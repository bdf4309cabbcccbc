import MapRuntime
import MapSync

/// What would come of the documents of a page, decided as a run decides it; nothing of it is done.
extension HeaderPage {
  func attempt(
    _ headers: [NewRecord<Way.Target>]
  ) async throws(StoreFailure) -> [WriteResult]? {
    // Price lists are made before the documents that name them, and nobody makes one to look.
    guard part.priceLists == nil else { return nil }
    do throws(StoreFailure) {
      return try await results(headers) { documents, revised throws(StoreFailure) in
        try await self.part.lines.target.attempt(documents, revised: revised)
      }
    } catch .unavailable {
      // Whoever only looks waits for nobody: what the system would refuse is not known now.
      return nil
    }
  }

  func foresee(_ page: Page<Way>) async throws(StoreFailure) {
    try await foreseeWins(page)
    try await followWins(page)
    // What is owed of a creation is done by the next run.
    for row in page.rows where row.fate == .unchanged && owing.contains(row.source.id) {
      if part.policy.won == nil { row.hasFollowed = true }
    }
  }

  func tellGone(_ rows: [PageRow<Way>], _ page: Page<Way>) async throws(StoreFailure) -> Bool {
    let found = try await GoneDocuments(page.run.mapping, Way.direction, page.run.integration)
      .find(rows.compactMap(\.coupling))
    for row in rows where !isSettledWin(row) {
      guard let gone = found[row.source.id] else { continue }
      if gone.isPosted { row.fate = passedOver(page.run) } else { page.fail(row, gone.message) }
    }
    return true
  }
}

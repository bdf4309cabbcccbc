import MapRuntime

/// A converted page with what writing it would come to: its documents were offered to their system, which
/// keeps nothing of them, and what follows was decided and not done. A preview and the lists of documents
/// end here, and so they say what the next run would.
package struct ForeseenPage<Way: OneWay> {
  package let page: Page<Way>
  /// False where the system could not be asked what it would refuse, since others write there.
  package private(set) var isAttempted = true

  package init(_ converted: ConvertedPage<Way>) async throws(StoreFailure) {
    page = converted.page
    guard let document = page.document else { return }
    let creations = page.indices(.create)
    if !creations.isEmpty {
      let results = try await document.attempt(page.newRecords(creations))
      isAttempted = results != nil
      for (index, result) in zip(creations, results ?? []) {
        let row = page.rows[index]
        switch result {
        case .written: continue
        case .refused(let reason), .failed(let reason): page.fail(row, reason)
        // The document whose place it takes is read again.
        case .stale where row.predecessor != nil, .missing where row.predecessor != nil: continue
        case .stale, .missing: page.fail(row, "could not be created")
        }
      }
    }
    try await document.foresee(page)
  }
}

extension Page {
  /// The new records of rows, as they are written.
  func newRecords(_ creations: [Int]) -> [NewRecord<Way.Target>] {
    let columns = run.columns.ofNew(Way.direction, inDocument: document != nil)
    var news: [NewRecord<Way.Target>] = []
    news.reserveCapacity(creations.count)
    for index in creations {
      let row = rows[index]
      guard let record = row.result, let id = row.newID else { continue }
      news.append(
        NewRecord(
          id: id, record: record,
          columns: row.predecessor == nil ? columns : run.columns.updatable,
          company: run.stamp, unvalidated: run.columns.unvalidated,
          replaced: row.predecessor?.version.number))
    }
    return news
  }
}

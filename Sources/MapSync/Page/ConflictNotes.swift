import MapRuntime

/// What is noted of the conflicts of a page: one entry for each, under the record of Business Central,
/// whichever direction finds it.
struct ConflictNotes<Way: OneWay> {
  let page: Page<Way>

  func note() async throws(StoreFailure) {
    let rows = page.rows.filter { $0.conflict != nil }
    guard !rows.isEmpty else { return }
    let names = try await ReferredNames(
      Set(rows.flatMap { $0.conflict?.lookups ?? [] }), page.run.integration)
    for row in rows { row.conflict = row.conflict?.named(names) }
    let known = try await page.run.integration.state.entries(
      page.run.mapping.name, .toSales, ids: rows.compactMap { $0.coupling?.bcID })
    let earlier = Dictionary(known.map { ($0.sourceID, $0) }) { first, _ in first }
    for row in rows {
      guard let coupling = row.coupling, let conflict = row.conflict else { continue }
      let told = earlier[coupling.bcID]?.conflict
      let isTold = told.map(conflict.isSame) ?? false
      // The run to Sales says it again, so that the record comes to rest as any other that fails.
      let entry = entry(coupling, isTold ? told ?? conflict : conflict)
      if isTold && Way.direction == .toBC && page.run.mode.writes {
        row.told = entry
      } else {
        row.entry = entry
      }
    }
  }

  private func entry(_ coupling: Coupling, _ conflict: RecordConflict) -> Entry {
    Entry(
      mapping: page.run.mapping.name, direction: .toSales, kind: .failed,
      sourceID: coupling.bcID,
      sourceName: page.run.integration.name(of: coupling.bcKey, in: page.run.mapping.pair.bc),
      targetID: coupling.salesID, message: conflict.sentence, conflict: conflict,
      job: page.run.job, at: page.outcome.at)
  }
}

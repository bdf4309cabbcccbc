import MapRuntime

/// Uncoupled records that find their partner by themselves (R D-10).
extension PageRun {
  mutating func matchAutomatically() async throws(StoreFailure) {
    guard let policy = run.policy.match, policy.isAutomatic,
      let records = records as? [StoredRecord<Way.Mapping.BCRecord>]
    else { return }
    let open = rows.indices.filter { place in
      rows[place].coupling == nil && rows[place].fate != .skipped
        && run.accepts(self.records[place].record)
    }
    guard !open.isEmpty else { return }
    let matcher = try Matcher<Way.Mapping>(run.integration, run.mapping, policy, values: run.values)
    let matches = try await matcher.match(open.map { records[$0] })
    for (place, match) in zip(open, matches) {
      guard case .found(let id) = match else { continue }
      rows[place] = PageRow(
        .update,
        coupling: Coupling(bcID: records[place].id, salesID: id, bcKey: records[place].record.key))
      rows[place].isMatched = true
      outcome.counters.coupled += 1
    }
  }
}

import MapRuntime

/// Records that must be coupled in another mapping before they get a partner in this one: the row
/// of statistics hangs on the account of the same customer (F6; LANGUAGE 5, `same-record`).
extension PageRun {
  mutating func holdUncoupled() async throws(StoreFailure) {
    let side = Way.direction.source
    for name in run.policy.sameRecord {
      let places = rows.indices.filter { rows[$0].fate == .create }
      guard let mapping = run.integration.mapping(name), !places.isEmpty else { continue }
      let couplings = try await run.integration.state.couplings(
        mapping.pair, side, ids: places.map { records[$0].id })
      for (place, coupling) in zip(places, couplings) where coupling == nil {
        let record = records[place]
        let key = side == .bc ? record.record.key : record.id.description
        note(
          place, .held, "waits for its own coupling by \(name)", rule: nil,
          missing: Entry.Missing(pair: mapping.pair, side: side, key: key))
      }
    }
  }
}

import MapRuntime

/// Records that a field map wants synchronized first (`uncoupled: synchronize`), where their own
/// mapping lets it: the parent of a contact, say (R C-35).
extension PageRun {
  mutating func synchronizeReferences(_ keys: [ReferenceKey]) async throws(StoreFailure) {
    for (slot, reference) in run.slots.enumerated() where reference.uncoupled == .synchronize {
      for mapping in reference.mappings.compactMap(run.integration.mapping) {
        guard mapping.policy.scope == .all, mapping.policy.creates.contains(Way.direction),
          mapping.name != run.mapping.name
        else { continue }
        var wanted: Set<Entry.Missing> = []
        for place in stride(from: slot, to: keys.count, by: run.slots.count) {
          guard let missing = run.resolver.missing(keys[place], slot) else { continue }
          if missing.pair == mapping.pair { wanted.insert(missing) }
        }
        try await synchronizeFirst(wanted, mapping)
      }
    }
  }

  private func synchronizeFirst(
    _ wanted: Set<Entry.Missing>, _ mapping: BoundMapping
  ) async throws(StoreFailure) {
    guard !wanted.isEmpty else { return }
    var ids: [Guid] = []
    switch Way.direction {
    case .toSales:
      let keys = wanted.map(\.key)
      let couplings = try await run.integration.state.couplings(mapping.pair, keys: keys)
      let open = zip(keys, couplings).compactMap { $1 == nil ? $0 : nil }
      ids = try await RecordSearch(run.integration).bcIDs(keys: open, mapping)
    case .toBC:
      let all = wanted.compactMap { Guid(parsing: $0.key) }
      let couplings = try await run.integration.state.couplings(mapping.pair, .sales, ids: all)
      ids = zip(all, couplings).compactMap { $1 == nil ? $0 : nil }
    }
    guard !ids.isEmpty else { return }
    _ = try await Synchronizer(run.integration).run(mapping, Way.direction, .create, ids: ids)
  }
}

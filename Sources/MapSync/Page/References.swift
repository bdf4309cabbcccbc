import MapRuntime

/// Records that a field map wants synchronized first (`uncoupled: synchronize`), where their own
/// mapping lets it: the parent of a contact, say (R C-35).
struct ReferencesFirst<Way: OneWay> {
  private let run: DirectionRun<Way>

  init(_ run: DirectionRun<Way>) { self.run = run }

  /// - Parameter keys: Those of the page's busy rows, each with a key for every slot.
  func synchronize(_ keys: [ReferenceKey]) async throws(StoreFailure) {
    for (slot, reference) in run.slots.enumerated() where reference.uncoupled == .synchronize {
      for mapping in reference.mappings.compactMap(run.integration.mapping) {
        guard mapping.policy.scope == .all, mapping.policy.creates.contains(Way.direction),
          mapping.name != run.mapping.name
        else { continue }
        var wanted: Set<Entry.Missing> = []
        for index in stride(from: slot, to: keys.count, by: run.slots.count) {
          guard let missing = run.resolver.missing(keys[index], slot) else { continue }
          if missing.pair == mapping.pair { wanted.insert(missing) }
        }
        try await synchronize(wanted, mapping)
      }
    }
  }

  private func synchronize(
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
    var integration = run.integration
    // Two runs that wait for each other's tables would wait long: the record is held then.
    integration.patience = min(integration.patience, .seconds(2))
    do throws(StoreFailure) {
      _ = try await Synchronizer(integration).run(mapping, Way.direction, .create, ids: ids)
    } catch .busy {
      return
    }
  }
}

/// References of the other direction that still wait for their record (`uncoupled: later`).
struct LaterReferences<Way: OneWay> {
  private let run: DirectionRun<Way>

  init(_ run: DirectionRun<Way>) { self.run = run }

  /// Leaves a target's reference alone whose image has not gone over yet: that the source has none
  /// says nothing until then, and to write it would lose the original.
  ///
  /// - Parameter references: Those of the busy rows, each with one for every slot.
  func keep(
    _ busy: [PageRow<Way>], _ references: inout [ResolvedReference]
  ) async throws(StoreFailure) {
    guard run.hasLatersOfOtherWay else { return }
    let slots = run.slots.indices.filter { run.slots[$0].uncoupled == .later }
    var turns: [Guid: Int] = [:]
    for (turn, row) in busy.enumerated() {
      let first = turn * run.slots.count
      guard let target = row.coupling?.id(Way.direction.target),
        slots.contains(where: { references[first + $0] == .empty })
      else { continue }
      turns[target] = turn
    }
    guard !turns.isEmpty else { return }
    let entries = try await run.integration.state.entries(
      run.mapping.name, Way.direction.reversed, ids: Array(turns.keys))
    for entry in entries where entry.kind == .later {
      guard let turn = turns[entry.sourceID] else { continue }
      let first = turn * run.slots.count
      for slot in slots where references[first + slot] == .empty {
        if run.mapping.place(ofRule: run.slots[slot].rule) == entry.rule {
          references[first + slot] = .uncoupled
        }
      }
    }
  }
}

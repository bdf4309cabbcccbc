import MapRuntime

/// Whether records that others wait for can be referred to by now: by the same questions as a page
/// resolves its references by, so that nothing is taken up in vain, again and again (F6).
public struct AwaitedRecords: Sendable {
  private let integration: Integration
  /// By their field maps, as entries name them.
  private let slots: [String: ReferenceSlot]

  /// - Parameters:
  ///   - mapping: Whose records wait.
  ///   - direction: In which they wait.
  public init(_ integration: Integration, _ mapping: BoundMapping, _ direction: Direction) {
    self.integration = integration
    slots = Dictionary(
      mapping.type.slots(direction).compactMap { slot in
        mapping.place(ofRule: slot.rule).map { ($0, slot) }
      }
    ) { first, _ in first }
  }

  /// For each whether the record that it waits for is there; true for one that waits for nothing
  /// known.
  public func areThere(_ waiting: [DueRecord]) async throws(StoreFailure) -> [Bool] {
    let pairs = waiting.map(pairs)
    let bc = try await bcRecords(waiting, pairs)
    let sales = try await salesRecords(waiting, pairs)
    return waiting.indices.map { index in
      guard let missing = waiting[index].missing else { return true }
      if let id = missing.id, integration.coming[id] != nil { return true }
      switch missing.side {
      case .bc:
        return pairs[index].contains { pair in
          bc.coupled[pair]?.contains { id in
            id == missing.id || id == bc.ids[pair.bc]?[missing.key]
          } ?? false
        }
      case .sales:
        guard let id = missing.id else { return false }
        return pairs[index].contains { sales[$0]?.contains(id) ?? false }
      }
    }
  }

  /// The pairs whose couplings answer what a record waits for: those of its field map that the key
  /// fits, as the resolver asks them.
  private func pairs(_ due: DueRecord) -> [TablePair] {
    guard let missing = due.missing else { return [] }
    guard let rule = due.rule, let slot = slots[rule] else { return [missing.pair] }
    let pairs = slot.mappings.compactMap { integration.mapping($0)?.pair }
    // The file may have changed since, so that another field map is on that line.
    guard pairs.contains(missing.pair) else { return [missing.pair] }
    let fitting =
      switch missing.side {
      // A field that picks the table picks the pair.
      case .bc: slot.picks.contains { $0 != nil } ? [] : pairs
      case .sales:
        missing.id?.option == nil ? pairs.filter { $0.sales == missing.pair.sales } : pairs
      }
    return fitting.isEmpty ? [missing.pair] : fitting
  }

  /// The BC records that are waited for, by table and key, and those of them that are coupled.
  private func bcRecords(
    _ waiting: [DueRecord], _ pairs: [[TablePair]]
  ) async throws(StoreFailure) -> (
    ids: [String: [String: Guid]], coupled: [TablePair: Set<Guid>]
  ) {
    var keys: [String: Set<String>] = [:]
    for (due, pairs) in zip(waiting, pairs) {
      guard let missing = due.missing, missing.side == .bc else { continue }
      for pair in pairs { keys[pair.bc, default: []].insert(missing.key) }
    }
    var ids: [String: [String: Guid]] = [:]
    for (table, keys) in keys {
      ids[table] = try await KeyedRecords(integration).ids(of: table, keys: keys)
    }
    var asked: [TablePair: Set<Guid>] = [:]
    for (due, pairs) in zip(waiting, pairs) {
      guard let missing = due.missing, missing.side == .bc else { continue }
      for pair in pairs {
        asked[pair, default: []].formUnion(
          [missing.id, ids[pair.bc]?[missing.key]].compactMap { $0 })
      }
    }
    var coupled: [TablePair: Set<Guid>] = [:]
    for (pair, ids) in asked {
      coupled[pair] = try await integration.state.coupled([pair], .bc, ids: Array(ids))
    }
    return (ids, coupled)
  }

  /// The Sales records that are waited for and coupled with a BC record that is there.
  private func salesRecords(
    _ waiting: [DueRecord], _ pairs: [[TablePair]]
  ) async throws(StoreFailure) -> [TablePair: Set<Guid>] {
    var asked: [TablePair: Set<Guid>] = [:]
    for (due, pairs) in zip(waiting, pairs) {
      guard let missing = due.missing, missing.side == .sales, let id = missing.id else {
        continue
      }
      for pair in pairs { asked[pair, default: []].insert(id) }
    }
    var found: [TablePair: Set<Guid>] = [:]
    for (pair, ids) in asked {
      let couplings = try await integration.state.couplings(pair, .sales, ids: Array(ids))
        .compactMap { $0 }
      let there = try await KeyedRecords(integration).parts(
        of: pair.bc, ids: couplings.map(\.bcID))
      found[pair] = Set(couplings.filter { there[$0.bcID] != nil }.map(\.salesID))
    }
    return found
  }
}

import MapRuntime

/// Resolves the references of a page: one query a pair of tables, into columns by slot and row.
struct ReferenceResolver: Sendable {
  /// A mapping that may answer a slot.
  private struct Route: Sendable {
    let pair: TablePair
    /// The pair's place among `pairs`, by which a page's couplings are kept.
    let number: Int
    let pick: OptionValue?
    let meansLocalCurrency: Bool
  }

  private let state: any StateStore
  private let slots: [ReferenceSlot]
  private let routes: [[Route]]
  private let pairs: [TablePair]
  private let direction: Direction
  private let localCurrency: Lookup?

  init(_ integration: Integration, _ slots: [ReferenceSlot], _ direction: Direction) {
    state = integration.state
    self.slots = slots
    self.direction = direction
    localCurrency = integration.localCurrency
    var pairs: [TablePair] = []
    routes = slots.map { slot in
      slot.mappings.enumerated().compactMap { place, name in
        guard let mapping = integration.mapping(name) else { return nil }
        let number = pairs.firstIndex(of: mapping.pair) ?? pairs.count
        if number == pairs.count { pairs.append(mapping.pair) }
        return Route(
          pair: mapping.pair, number: number,
          pick: slot.picks.indices.contains(place) ? slot.picks[place] : nil,
          meansLocalCurrency: mapping.policy.emptyMeansLocalCurrency)
      }
    }
    self.pairs = pairs
  }

  /// - Parameter keys: Those of the rows, each with a key for every slot.
  func resolve(_ keys: [ReferenceKey]) async throws(StoreFailure) -> [ResolvedReference] {
    guard !slots.isEmpty else { return [] }
    let found = try await couplings(keys)
    return keys.enumerated().map { place, key in
      resolve(key, place % slots.count, found)
    }
  }

  /// The record that a key names, for a held record to wait for.
  func missing(_ key: ReferenceKey, _ slot: Int) -> Entry.Missing? {
    switch key {
    case .bc(let route, let text):
      guard routes[slot].indices.contains(route) else { return nil }
      return Entry.Missing(pair: routes[slot][route].pair, side: .bc, key: text)
    case .any(let text):
      return routes[slot].first.map { Entry.Missing(pair: $0.pair, side: .bc, key: text) }
    case .sales(let lookup):
      let route = routes[slot].first { $0.pair.sales == lookup.table } ?? routes[slot].first
      return route.map {
        Entry.Missing(pair: $0.pair, side: .sales, key: lookup.id.description)
      }
    case .option(let option):
      return routes[slot].first.map {
        Entry.Missing(pair: $0.pair, side: .sales, key: Guid(option: option).description)
      }
    case .empty, .unanswered: return nil
    }
  }

  /// The couplings that a page's keys ask for, by the numbers of pairs.
  private struct Found {
    var byKey: [[String: Coupling]]
    var bySalesID: [[Guid: Coupling]]
  }

  private func couplings(_ keys: [ReferenceKey]) async throws(StoreFailure) -> Found {
    var wantedKeys: [Set<String>] = Array(repeating: [], count: pairs.count)
    var wantedIDs: [Set<Guid>] = Array(repeating: [], count: pairs.count)
    for (place, key) in keys.enumerated() {
      let routes = routes[place % slots.count]
      switch key {
      case .bc(let route, let text) where routes.indices.contains(route):
        wantedKeys[routes[route].number].insert(text)
      case .any(let text):
        for route in routes { wantedKeys[route.number].insert(text) }
      case .sales(let lookup):
        for route in routes where route.pair.sales == lookup.table {
          wantedIDs[route.number].insert(lookup.id)
        }
      case .option(let option):
        for route in routes { wantedIDs[route.number].insert(Guid(option: option)) }
      default: break
      }
    }
    var found = Found(
      byKey: Array(repeating: [:], count: pairs.count),
      bySalesID: Array(repeating: [:], count: pairs.count))
    for (number, wanted) in wantedKeys.enumerated() where !wanted.isEmpty {
      let keys = Array(wanted)
      let couplings = try await state.couplings(pairs[number], keys: keys)
      var byKey = [String: Coupling](minimumCapacity: keys.count)
      for (key, coupling) in zip(keys, couplings) { byKey[key] = coupling }
      found.byKey[number] = byKey
    }
    for (number, wanted) in wantedIDs.enumerated() where !wanted.isEmpty {
      let ids = Array(wanted)
      let couplings = try await state.couplings(pairs[number], .sales, ids: ids)
      var byID = [Guid: Coupling](minimumCapacity: ids.count)
      for (id, coupling) in zip(ids, couplings) { byID[id] = coupling }
      found.bySalesID[number] = byID
    }
    return found
  }

  private func resolve(_ key: ReferenceKey, _ slot: Int, _ found: Found) -> ResolvedReference {
    let routes = routes[slot]
    switch key {
    case .empty: return .empty
    case .unanswered: return .uncoupled
    case .bc(let route, let text):
      guard routes.indices.contains(route) else { return .uncoupled }
      return partner(found.byKey[routes[route].number][text], routes[route])
    case .any(let text):
      for route in routes {
        if let coupling = found.byKey[route.number][text] { return partner(coupling, route) }
      }
      return .uncoupled
    case .sales(let lookup):
      for route in routes where route.pair.sales == lookup.table {
        // The local currency is an empty code in BC (R B-19).
        if route.meansLocalCurrency, lookup.id == localCurrency?.id { return .empty }
        if let coupling = found.bySalesID[route.number][lookup.id] {
          return record(coupling, route, slot)
        }
      }
      return .uncoupled
    case .option(let option):
      for route in routes {
        if let coupling = found.bySalesID[route.number][Guid(option: option)] {
          return record(coupling, route, slot)
        }
      }
      return .uncoupled
    }
  }

  private func partner(_ coupling: Coupling?, _ route: Route) -> ResolvedReference {
    guard let coupling else { return .uncoupled }
    if let option = coupling.salesID.option { return .option(option) }
    return .sales(Lookup(table: route.pair.sales, id: coupling.salesID))
  }

  private func record(_ coupling: Coupling, _ route: Route, _ slot: Int) -> ResolvedReference {
    let parts = RecordKey.parts(coupling.bcKey)
    if slots[slot].isParent { return .parent(parts) }
    return .bc(parts.last ?? "", pick: route.pick)
  }
}

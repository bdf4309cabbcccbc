import MapRuntime

/// Resolves the references of a page by what they name now, into columns by slot and row: one query
/// a BC table that is referred to, and one of the state a pair of tables.
struct ReferenceResolver: Sendable {
  /// A mapping that may answer a slot.
  private struct Route: Sendable {
    let pair: TablePair
    /// The pair's index in `pairs`, by which a page's couplings are kept.
    let number: Int
    let pick: OptionValue?
    let meansLocalCurrency: Bool
  }

  private let state: any StateStore
  private let keyed: KeyedRecords
  private let slots: [ReferenceSlot]
  private let routes: [[Route]]
  private let pairs: [TablePair]
  private let direction: Direction
  private let localCurrency: Lookup?

  init(_ integration: Integration, _ slots: [ReferenceSlot], _ direction: Direction) {
    state = integration.state
    keyed = KeyedRecords(integration)
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

  /// The BC records that a page's keys name.
  ///
  /// - Parameter keys: Those of the rows, each with a key for every slot.
  func named(_ keys: [ReferenceKey]) async throws(StoreFailure) -> NamedRecords {
    var named = NamedRecords()
    named.keys = Array(repeating: [], count: pairs.count)
    guard !slots.isEmpty else { return named }
    for (index, key) in keys.enumerated() {
      let routes = routes[index % slots.count]
      switch key {
      case .bc(let route, let text) where routes.indices.contains(route):
        named.keys[routes[route].number].insert(text)
      case .any(let text): for route in routes { named.keys[route.number].insert(text) }
      case .bc, .sales, .option, .empty, .unanswered: break
      }
    }
    for table in Set(pairs.map(\.bc)).sorted() {
      let asked = pairs.indices.filter { pairs[$0].bc == table }
        .reduce(into: Set<String>()) { $0.formUnion(named.keys[$1]) }
      guard !asked.isEmpty else { continue }
      named.note(try await keyed.ids(of: table, keys: asked), of: table)
    }
    return named
  }

  /// The references alone, for who keeps no note of what is missing.
  func resolve(_ keys: [ReferenceKey]) async throws(StoreFailure) -> [ResolvedReference] {
    var named = try await named(keys)
    return try await resolve(keys, &named)
  }

  /// - Parameters:
  ///   - keys: Those of the rows, each with a key for every slot.
  ///   - named: What they name; learns which couplings have lost their BC record.
  func resolve(
    _ keys: [ReferenceKey], _ named: inout NamedRecords
  ) async throws(StoreFailure) -> [ResolvedReference] {
    guard !slots.isEmpty else { return [] }
    let found = Found(byKey: try await byKey(named), bySalesID: try await bySalesID(keys, &named))
    return keys.enumerated().map { index, key in resolve(key, index % slots.count, found) }
  }

  /// The record that a key names, for a held record to wait for.
  func missing(_ key: ReferenceKey, _ slot: Int, _ named: NamedRecords) -> Entry.Missing? {
    let routes = routes[slot]
    func missing(_ route: Route, _ text: String) -> Entry.Missing {
      Entry.Missing(
        pair: route.pair, side: .bc, key: text, id: named.id(route.pair, key: text))
    }
    switch key {
    case .bc(let route, let text):
      return routes.indices.contains(route) ? missing(routes[route], text) : nil
    case .any(let text):
      let route = routes.first { named.id($0.pair, key: text) != nil } ?? routes.first
      return route.map { missing($0, text) }
    case .sales(let lookup):
      let route = routes.first { $0.pair.sales == lookup.table } ?? routes.first
      return route.map {
        Entry.Missing(pair: $0.pair, side: .sales, key: lookup.id.description)
      }
    case .option(let option):
      return routes.first.map {
        Entry.Missing(pair: $0.pair, side: .sales, key: Guid(option: option).description)
      }
    case .empty, .unanswered: return nil
    }
  }

  /// The table of a BC record that a Sales reference of this slot was resolved to.
  func table(_ slot: Int, _ pick: OptionValue?) -> String? {
    (routes[slot].first { $0.pick == pick } ?? routes[slot].first)?.pair.bc
  }

  /// The couplings that a page's keys ask for, by the numbers of pairs.
  private struct Found {
    let byKey: [[String: Coupling]]
    /// The parts of the keys that the coupled BC records have now.
    let bySalesID: [[Guid: [String]]]
  }

  private func byKey(
    _ named: NamedRecords
  ) async throws(StoreFailure) -> [[String: Coupling]] {
    var found: [[String: Coupling]] = Array(repeating: [:], count: pairs.count)
    for (number, wanted) in named.keys.enumerated() where !wanted.isEmpty {
      let there = wanted.compactMap { key in
        named.id(pairs[number], key: key).map { (key: key, id: $0) }
      }
      guard !there.isEmpty else { continue }
      let couplings = try await state.couplings(pairs[number], .bc, ids: there.map(\.id))
      for (asked, coupling) in zip(there, couplings) { found[number][asked.key] = coupling }
    }
    return found
  }

  private func bySalesID(
    _ keys: [ReferenceKey], _ named: inout NamedRecords
  ) async throws(StoreFailure) -> [[Guid: [String]]] {
    var wanted: [Set<Guid>] = Array(repeating: [], count: pairs.count)
    for (index, key) in keys.enumerated() {
      switch key {
      case .sales(let lookup):
        for route in routes[index % slots.count] where route.pair.sales == lookup.table {
          wanted[route.number].insert(lookup.id)
        }
      case .option(let option):
        for route in routes[index % slots.count] {
          wanted[route.number].insert(Guid(option: option))
        }
      case .bc, .any, .empty, .unanswered: break
      }
    }
    var couplings: [[Coupling]] = Array(repeating: [], count: pairs.count)
    for (number, wanted) in wanted.enumerated() where !wanted.isEmpty {
      couplings[number] = try await state.couplings(pairs[number], .sales, ids: Array(wanted))
        .compactMap { $0 }
    }
    var found: [[Guid: [String]]] = Array(repeating: [:], count: pairs.count)
    for table in Set(pairs.map(\.bc)).sorted() {
      let numbers = pairs.indices.filter { pairs[$0].bc == table && !couplings[$0].isEmpty }
      let ids = Set(numbers.flatMap { couplings[$0].map(\.bcID) })
      guard !ids.isEmpty else { continue }
      let parts = try await keyed.parts(of: table, ids: Array(ids))
      for number in numbers {
        for coupling in couplings[number] {
          if let parts = parts[coupling.bcID] {
            found[number][coupling.salesID] = parts
          } else {
            named.lost.insert(coupling.salesID)
          }
        }
      }
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
        if let parts = found.bySalesID[route.number][lookup.id] {
          return record(parts, route, slot)
        }
      }
      return .uncoupled
    case .option(let option):
      for route in routes {
        if let parts = found.bySalesID[route.number][Guid(option: option)] {
          return record(parts, route, slot)
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

  private func record(_ parts: [String], _ route: Route, _ slot: Int) -> ResolvedReference {
    if slots[slot].isParent { return .parent(parts) }
    // A record without a key cannot be named.
    guard let own = parts.last else { return .uncoupled }
    guard parts.count > 1 else { return .bc(own, pick: route.pick) }
    return .bcPart(own, pick: route.pick, owner: parts.dropLast().map(Code.normalized))
  }
}

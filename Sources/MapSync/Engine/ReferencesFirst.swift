import MapRuntime

/// Records that a field map wants synchronized before those that refer to them (`uncoupled:
/// synchronize`), where their own mapping lets it: the parent of a contact, say (R C-35).
struct ReferencesFirst: Sendable {
  private let integration: Integration
  private let mapping: BoundMapping
  private let slots: [ReferenceSlot]
  private let direction: Direction

  init(
    _ integration: Integration, _ mapping: BoundMapping, _ slots: [ReferenceSlot],
    _ direction: Direction
  ) {
    self.integration = integration
    self.mapping = mapping
    self.slots = slots
    self.direction = direction
  }

  /// The mappings whose records may be made before those that refer to them.
  var routes: [BoundMapping] {
    var routes: [BoundMapping] = []
    for slot in slots where slot.uncoupled == .synchronize {
      for route in slot.mappings.compactMap(integration.mapping)
      where isFirst(route) && !routes.contains(where: { $0.name == route.name }) {
        routes.append(route)
      }
    }
    return routes
  }

  /// - Parameters:
  ///   - keys: Those of the rows, each with a key for every slot.
  ///   - named: What they name.
  func synchronize(
    _ keys: [ReferenceKey], _ named: NamedRecords
  ) async throws(StoreFailure) {
    for (slot, reference) in slots.enumerated() where reference.uncoupled == .synchronize {
      let routes = reference.mappings.compactMap(integration.mapping)
      guard routes.contains(where: isFirst) else { continue }
      let references = Set(
        stride(from: slot, to: keys.count, by: slots.count).map { keys[$0] }
      ).map { key in routes.map { record($0, of: reference, key, named) } }
      var open = try await uncoupled(references, routes)
      for (number, route) in routes.enumerated() where isFirst(route) {
        let ids = Set(open.compactMap { $0[number] })
        guard !ids.isEmpty else { continue }
        try await synchronize(route, ids.sorted())
        open = try await uncoupled(open, routes)
      }
    }
  }

  private func synchronize(
    _ route: BoundMapping, _ ids: [Guid]
  ) async throws(StoreFailure) {
    var integration = integration
    // Two runs that wait for each other's tables would wait long: what refers is held then.
    integration.patience = min(integration.patience, .seconds(2))
    do throws(StoreFailure) {
      // Nobody named them, and what came of them is told with the job that they are needed for.
      _ = try await Synchronizer(integration).run(route, direction, .create.ofUnnamed, ids: ids)
    } catch .busy {
      return
    }
  }

  private func isFirst(_ route: BoundMapping) -> Bool {
    route.policy.scope == .all && route.policy.creates.contains(direction)
      && route.name != mapping.name
  }

  /// The record that a key names for one of its slot's mappings.
  private func record(
    _ route: BoundMapping, of slot: ReferenceSlot, _ key: ReferenceKey, _ named: NamedRecords
  ) -> Guid? {
    switch key {
    case .bc(let number, let text):
      guard slot.mappings.indices.contains(number), slot.mappings[number] == route.name else {
        return nil
      }
      return named.id(route.pair, key: text)
    case .any(let text): return named.id(route.pair, key: text)
    case .sales(let lookup): return lookup.table == route.pair.sales ? lookup.id : nil
    case .option(let option): return Guid(option: option)
    case .empty, .unanswered: return nil
    }
  }

  /// Those of which no mapping of the slot has coupled a record: where one has, it is the answer.
  private func uncoupled(
    _ references: [[Guid?]], _ routes: [BoundMapping]
  ) async throws(StoreFailure) -> [[Guid?]] {
    var open = references
    for (number, route) in routes.enumerated() {
      let ids = Set(open.compactMap { $0[number] })
      guard !ids.isEmpty else { continue }
      let coupled = try await integration.state.coupled(
        [route.pair], direction.source, ids: Array(ids))
      open.removeAll { $0[number].map(coupled.contains) ?? false }
    }
    return open
  }
}

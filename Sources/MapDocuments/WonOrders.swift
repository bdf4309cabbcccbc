import MapRuntime
import MapSync

/// What became of won quotes in Sales: their orders, and how far those are in BC (R G-7 to G-9).
struct WonOrders<Way: OneWay> {
  /// The order of a quote.
  struct Order {
    let id: Guid
    let isSubmitted: Bool
    /// The order in BC; nil where it is not there yet.
    var coupling: Coupling?
    /// Whether what it is coupled with is there: a posted order is not.
    var isThere = false
  }

  private let order: DocumentPolicy.Won.Order
  private let run: DirectionRun<Way>
  private var integration: Integration { run.integration }
  /// The mapping that takes in the orders; nil where none that is switched on does.
  let mapping: BoundMapping?

  init(_ order: DocumentPolicy.Won.Order, _ run: DirectionRun<Way>) {
    self.order = order
    self.run = run
    mapping = run.integration.mappings.first {
      $0.pair.sales == order.table && $0.pair.bc == run.mapping.pair.bc
        && $0.document?.kind == .order && $0.takesDocuments && $0.policy.isEnabled
    }
  }

  /// The order of each quote that has one. Of several the one counts that is in BC, then the one
  /// that is submitted.
  func find(_ quotes: [Guid]) async throws(StoreFailure) -> [Guid: Order] {
    let states = mapping?.document?.states
    let submitted = states?.states([.takeIn]).map { Value.option($0.state) } ?? []
    let stored = try await run.source.rows(
      of: order.table, [order.by] + [states?.field].compactMap { $0 }, matching: [order.by],
      values: quotes.map { [.lookup(Lookup(table: Way.Source.table.name, id: $0))] })
    let orders = try await standing(
      stored.sorted { $0.id < $1.id }.map { row in
        Order(
          id: row.id, isSubmitted: row.values.dropFirst().first.map(submitted.contains) ?? false)
      })
    let byID = Dictionary(orders.map { ($0.id, $0) }) { first, _ in first }
    var found: [Guid: Order] = [:]
    for row in stored.sorted(by: { $0.id < $1.id }) {
      guard let quote = row.values.first?.lookup?.id, let order = byID[row.id] else { continue }
      if let other = found[quote], other.rank >= order.rank { continue }
      found[quote] = order
    }
    return found
  }

  /// The same orders, as they are in BC now.
  func standing(_ orders: [Order]) async throws(StoreFailure) -> [Order] {
    guard let mapping, !orders.isEmpty else { return orders }
    let couplings = try await integration.state.couplings(
      mapping.pair, .sales, ids: orders.map(\.id))
    let there = Set(
      try await run.target.records(Way.Target.self, ids: couplings.compactMap { $0?.bcID })
        .map(\.id))
    return zip(orders, couplings).map { order, coupling in
      var order = order
      order.coupling = coupling
      order.isThere = coupling.map { there.contains($0.bcID) } ?? false
      return order
    }
  }

  /// Takes orders in now, by their own mapping: what it says of them counts, and an order that
  /// cannot be taken says why by itself.
  func take(_ orders: [Guid]) async throws(StoreFailure) {
    guard let mapping, !orders.isEmpty else { return }
    var integration = integration
    // Who runs the orders takes these too, and what they lack in the setup is told of them.
    integration.patience = min(integration.patience, .seconds(2))
    do throws(StoreFailure) {
      _ = try await Synchronizer(integration).run(
        mapping, .toBC, .create.ofUnnamed, ids: orders)
    } catch .busy {
      return
    } catch .unready {
      return
    }
  }

  /// What keeps orders out of BC, by order: as their own mapping noted it, or, where nothing is done, as it
  /// would.
  func obstacles(_ orders: [Guid]) async throws(StoreFailure) -> [Guid: String] {
    guard let mapping, !orders.isEmpty else { return [:] }
    guard run.mode.writes else {
      let previews = try await Preview(integration).records(mapping, .toBC, .create, ids: orders)
      return Dictionary(
        previews.compactMap { order in
          guard order.fate == .held || order.fate == .failed, let said = order.message else {
            return nil
          }
          return (order.source, "'\(order.name)' \(said)")
        }
      ) { first, _ in first }
    }
    let entries = try await integration.state.entries(mapping.name, .toBC, ids: orders)
    return Dictionary(entries.map { ($0.sourceID, "'\($0.sourceName)' \($0.message)") }) {
      first, _ in first
    }
  }
}

extension WonOrders.Order {
  fileprivate var rank: Int { coupling != nil ? 2 : isSubmitted ? 1 : 0 }
}

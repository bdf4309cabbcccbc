import DefaultMappings
import EmbeddedSystems
import MapRuntime

@testable import MapStoreSQLite
@testable import MapSync

/// One process at work on a world: a connection to the state with a seat, and the engine.
struct WorldProcess: Sendable {
  let integration: Integration
  let mapping: BoundMapping
  let state: SQLiteState

  /// The mapping under test alone.
  var alone: Integration {
    Integration(
      mappings: [mapping], bc: integration.bc, sales: integration.sales,
      state: integration.state, company: integration.company, tables: integration.tables,
      clock: integration.clock)
  }

  /// What a scheduled run does.
  func synchronize() async throws(StoreFailure) -> [JobReport] {
    try await Synchronizer(integration).synchronize(mapping)
  }

  /// Gives up everything that the operating system takes back from a process that ends.
  func leave() { state.seat?.leave() }
}

extension World {
  private static let types = Program.mappings([
    "team-ownership", "unit-groups", "price-lists", "one-way-orders",
  ])
  private static let withPeople = Program.mappings([
    "person-ownership", "unit-groups", "price-lists", "one-way-orders",
  ])

  /// The mappings under test, and those of what their records refer to.
  private static let mappings: Set<String> = [
    "CUSTOMER", "SALESPEOPLE", "CURRENCY", "CONTACT", "PAYMENT TERMS", "SHIPMENT METHOD",
    "SHIPPING AGENT",
  ]

  /// Begins a process as the commands do: takes a seat, and settles what crashes left.
  ///
  /// - Parameters:
  ///   - turn: Where its calls wait; nil for one that works undisturbed.
  ///   - seat: Which of the open connections to the state is its own.
  func process(_ turn: Turn?, seat: Int) async throws(StoreFailure) -> WorldProcess {
    let opened = try files.state(company.id, seat: seat)
    if let turn {
      var attempt = 0
      while true {
        try await turn.step(
          attempt == 0 ? "begins and takes a seat" : Turn.waits,
          reads: [.intents, .holders])
        if let lock = try opened.acquireRunner("settling") {
          lock.release()
          break
        }
        attempt += 1
      }
    }
    let (state, preparing) = try await opened.seated()
    defer { preparing.release() }
    let integration = integration(state, turn)
    guard let mapping = integration.mapping(setup.mapping.rawValue) else {
      throw .unknown("there is no mapping \(setup.mapping.rawValue)")
    }
    let process = WorldProcess(integration: integration, mapping: mapping, state: state)
    do throws(StoreFailure) {
      try await IntentSettlement(integration).settle()
    } catch {
      process.leave()
      throw error
    }
    return process
  }

  private func integration(_ state: SQLiteState, _ turn: Turn?) -> Integration {
    let bc = store(EmbeddedStore(files.bc, company: company), turn)
    let sales = store(EmbeddedStore(sales: files.sales), turn)
    let types = setup.mapping == .customer ? Self.types : Self.withPeople
    var integration = Integration(
      mappings: types.filter { Self.mappings.contains($0.policy.name) }
        .map { BoundMapping($0, policy: policy($0.policy)) }, bc: bc, sales: sales,
      state: turn.map { SteppedState(state: state, turn: $0) } ?? state,
      company: company.id, tables: Program.tables,
      settings: ["default-price-list-set": .boolean(false)],
      localCurrency: Lookup(table: "transactioncurrency", id: WorldFiles.currency),
      patience: .zero, clock: { [clock] in clock.now })
    // Who comes when everybody has ended need not watch for long.
    if turn == nil { integration.standstill = .zero }
    return integration
  }

  private func store(_ store: EmbeddedStore, _ turn: Turn?) -> any SystemStore {
    guard let turn else { return store }
    return SteppedStore(
      store: store, batchSize: setup.batch, isPiecemeal: setup.isPiecemeal, turn: turn)
  }

  private func policy(_ policy: MappingPolicy) -> MappingPolicy {
    guard policy.name == setup.mapping.rawValue else { return policy }
    var policy = policy
    policy.scope = setup.scope
    policy.conflict = setup.conflict
    // Its contacts are no part of these worlds.
    policy.rules = []
    return policy
  }
}

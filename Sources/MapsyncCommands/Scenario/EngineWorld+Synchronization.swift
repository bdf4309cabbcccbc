import MapRuntime
import MapScenario
import MapSync

/// What the engine is told to do.
extension EngineWorld {
  func assume(
    mapping: String, bc: RecordAddress, sales: RecordAddress, isInStep: Bool, isSkipped: Bool
  ) async throws(ScenarioProblem) {
    let mapping = try self.mapping(mapping)
    try await attempt {
      let inspection = RecordInspection(integration)
      guard let left = try await inspection.facts(mapping, .bc, ids: [bc.id]).first,
        let right = try await inspection.facts(mapping, .sales, ids: [sales.id]).first
      else { throw ScenarioProblem("a coupled record is not there") }
      var coupling = Coupling(bcID: left.id, salesID: right.id, bcKey: left.key)
      if isInStep {
        coupling.note(left.version, .bc)
        coupling.note(right.version, .sales)
        coupling.agreed = try await inspection.agreed(mapping, bc: left.id, sales: right.id)
      }
      coupling.isSkipped = isSkipped
      var outcome = PageOutcome(
        job: 0, mapping: mapping.name, pair: mapping.pair, direction: .toSales,
        at: integration.clock())
      outcome.couplings = [coupling]
      guard try await integration.state.record(outcome).refused.isEmpty else {
        throw ScenarioProblem("one of the two is coupled with another record")
      }
    }
  }

  func synchronize(_ mappings: MappingChoice) async throws(ScenarioProblem) {
    let chosen = try self.mappings(mappings)
    try await attempt {
      for mapping in integration.withoutOwnLines(chosen)
      where mapping.isRun || mappings != .all {
        _ = try await Synchronizer(integration).synchronize(mapping)
      }
    }
  }

  func synchronizeNow(
    mapping: String, _ records: [RecordAddress], _ direction: SynchronizeDirection
  ) async throws(ScenarioProblem) {
    let mapping = try self.mapping(mapping)
    let choice: DirectionChoice =
      switch direction {
      case .toSales: .toSales
      case .toBC: .toBC
      case .merge: .merge
      }
    try await attempt {
      try choice.check(mapping)
      for (direction, mode) in choice.runs {
        let ids = try await ids(of: records, direction.source, mapping)
        _ = try await Synchronizer(integration).runWithLines(
          mapping, direction, records.count > 1 && choice != .merge ? .selection : mode, ids: ids)
      }
    }
  }

  func fullSynchronization(_ mappings: MappingChoice) async throws(ScenarioProblem) {
    let names = Set(try self.mappings(mappings).map(\.name))
    try await attempt {
      let full = FullSynchronization(integration)
      let lines = try await FullReview(integration).lines().filter { names.contains($0.mapping) }
      _ = try await full.go(try await full.start(lines))
    }
  }

  func couple(
    mapping: String, bc: RecordAddress, sales: RecordAddress
  ) async throws(ScenarioProblem) {
    let mapping = try self.mapping(mapping)
    try await attempt {
      switch try await Coupler(integration).couple(mapping, bc: bc.id, sales: sales.id) {
      case .coupled, .already: return
      case .missing(let side): throw ScenarioProblem("there is no such record on \(side.name)")
      case .taken(let side, _):
        throw ScenarioProblem("the record on \(side.name) is coupled with another one")
      case .writeIn:
        throw ScenarioProblem("the bc record stands for lines without a product")
      }
    }
  }

  func createAndCouple(
    mapping: String, _ records: [RecordAddress]
  ) async throws(ScenarioProblem) {
    let mapping = try self.mapping(mapping)
    try await attempt {
      for side in Side.allCases {
        let ids = records.filter { $0.side == side }.map(\.id)
        guard !ids.isEmpty else { continue }
        _ = try await Synchronizer(integration).runWithLines(
          mapping, side == .bc ? .toSales : .toBC, .create, ids: ids)
      }
    }
  }

  func match(mapping: String) async throws(ScenarioProblem) {
    let mapping = try self.mapping(mapping)
    try await attempt { _ = try await MatchCoupling(integration).run(mapping) }
  }

  func uncouple(mapping: String, _ records: [RecordAddress]?) async throws(ScenarioProblem) {
    let mapping = try self.mapping(mapping)
    try await attempt {
      guard let records else {
        _ = try await Coupler(integration).uncoupleAll(mapping)
        return
      }
      let ids = try await ids(of: records, .bc, mapping)
      _ = try await Coupler(integration).uncouple(mapping, bcIDs: ids)
    }
  }

  func runJobs() async throws(ScenarioProblem) {
    try await attempt { _ = try await Scheduler(integration).runDue() }
  }

  func mappings(_ choice: MappingChoice) throws(ScenarioProblem) -> [BoundMapping] {
    guard case .some(let names) = choice else { return integration.mappings }
    var mappings: [BoundMapping] = []
    for name in names { mappings.append(try mapping(name)) }
    return mappings
  }

  /// The ids of one side, of partners where the records are of the other one.
  func ids(
    of records: [RecordAddress], _ side: Side, _ mapping: BoundMapping
  ) async throws -> [Guid] {
    var ids: [Guid] = []
    for record in records {
      if record.side == side {
        ids.append(record.id)
      } else if let coupling = try await integration.state.couplings(
        mapping.pair, record.side, ids: [record.id])[0]
      {
        ids.append(coupling.id(side))
      }
    }
    return ids
  }
}

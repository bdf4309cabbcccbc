import EmbeddedSystems
import MapDocuments
import MapRuntime
import MapScenario
import MapStoreSQLite
import MapSync

/// A fresh pair of embedded systems with the engine between them, where a scenario runs.
actor EngineWorld: ScenarioWorld {
  static let currency = "USD"

  private let program: any CompiledProgram.Type
  private let scenario: Scenario
  private let folder: String
  let pair: EmbeddedPair
  private let clock: SystemClock
  private var companies: [String: ScenarioCompany] = [:]
  var here: ScenarioCompany
  /// What the last review said.
  var reviewed: [FullRunLine] = []

  init(_ scenario: Scenario, in folder: String) throws {
    self.scenario = scenario
    self.folder = folder
    program = RunningProgram.current
    let clock = SystemClock(WallClock.now)
    clock.now = scenario.now
    self.clock = clock
    let tables = program.tables
    let options = program.mappings(scenario.choices.features).compactMap { $0.policy.option }
    pair = EmbeddedPair(
      bc: try EmbeddedSystem(
        path: folder + "/bc.sqlite", side: .bc, tables: tables, clock: clock),
      sales: try EmbeddedSystem(
        path: folder + "/sales.sqlite", side: .sales, tables: tables, options: options,
        clock: clock))
    here = try Self.company("CRONUS", scenario, program, pair, clock, folder)
    companies["CRONUS"] = here
  }

  var integration: Integration { here.integration }

  func company(_ side: Side) -> Company? { side == .bc ? here.company : nil }

  func advance(seconds: Int) {
    clock.now = DateTimeValue(milliseconds: clock.now.milliseconds + Int64(seconds) * 1000)
  }

  func enter(company name: String) throws(ScenarioProblem) {
    if let known = companies[name] {
      here = known
      return
    }
    do {
      here = try Self.company(name, scenario, program, pair, clock, folder)
      companies[name] = here
    } catch {
      throw ScenarioProblem(Self.sentence(error))
    }
  }

  func mapping(_ name: String) throws(ScenarioProblem) -> BoundMapping {
    guard let mapping = integration.mapping(name) else {
      throw ScenarioProblem("there is no mapping \(name) under these features")
    }
    return mapping
  }

  /// Runs a call to the engine or a system with the problems that scenarios know.
  func attempt<Result: Sendable>(
    _ body: () async throws -> Result
  ) async throws(ScenarioProblem) -> Result {
    do {
      return try await body()
    } catch {
      throw ScenarioProblem(Self.sentence(error))
    }
  }

  private static func sentence(_ error: any Error) -> String {
    switch error {
    case let problem as ScenarioProblem: problem.sentence
    case let failure as StoreFailure: failure.sentence
    case let failure as SystemFailure: failure.sentence
    case let failure as MatchFailure: failure.sentence
    case let failure as CommandFailure: failure.sentence
    default: "\(error)"
    }
  }

  private static func company(
    _ name: String, _ scenario: Scenario, _ program: any CompiledProgram.Type,
    _ pair: EmbeddedPair, _ clock: SystemClock, _ folder: String
  ) throws -> ScenarioCompany {
    try pair.begin(company: name, currency: currency)
    let company = try pair.bc.company(name)
    let types = program.mappings(scenario.choices.features)
    let policies = scenario.choices.policies(for: types)
    func sales(_ table: String, _ fields: [String: Value]) throws -> Lookup? {
      try pair.find(table, fields).map { Lookup(table: table, id: $0) }
    }
    let row = try sales("bcbi_company", ["bcbi_externalid": .text(company.id.description)])?.id
    let integration = Integration(
      mappings: zip(types, policies).map { BoundMapping($0, policy: $1) },
      bc: EmbeddedStore(pair.bc, company: company), sales: EmbeddedStore(sales: pair.sales),
      state: try SQLiteState.make(
        "\(folder)/state-\(company.number).sqlite", company: company.id),
      company: row,
      tables: program.tables, settings: scenario.choices.settings,
      writeInProducts: program.writeInProducts,
      localCurrency: try sales("transactioncurrency", ["isocurrencycode": .text(currency)]),
      user: try sales("systemuser", ["domainname": .text(EmbeddedPair.userName)]),
      owner: try pair.owner(of: row),
      clock: { clock.now }
    ).withDocuments()
    return ScenarioCompany(company: company, integration: integration)
  }
}

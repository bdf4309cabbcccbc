import EmbeddedSystems
import MapRuntime
import MapSetup
import MapSource
import MapStoreSQLite
import MapSync

/// Looks at the two systems and the state behind a setup: every problem, not the first (F29).
struct SystemsCheck {
  /// What is wrong, and the line of the setup that leads there.
  struct Problem {
    let system: String
    let message: String
    let help: String?
    let span: Span
    /// A warning is of what only some documents need.
    let severity: Severity
  }

  private(set) var problems: [Problem] = []
  /// False where a file could not be looked into.
  private(set) var isComplete = true
  /// How many mappings the setup's features have.
  let mappings: Int

  private let setup: Setup
  private let places: SetupPlaces
  private let folder: String
  private let program = RunningProgram.current
  private let bound: [BoundMapping]

  init(_ setup: Setup, _ places: SetupPlaces, folder: String) async {
    self.setup = setup
    self.places = places
    self.folder = folder
    let types = program.mappings(setup.features)
    bound = zip(types, setup.policies(for: types)).map { BoundMapping($0, policy: $1) }
    mappings = bound.count
    for lack in BeginningTables.missing(in: program.tables) {
      note("Sales", lack, help: BeginningTables.wayOut, places.sales)
    }
    let bc = system(.bc)
    var company: Company?
    if let bc { company = self.company(in: bc) }
    let sales = system(.sales)
    let state = state(company)
    if let bc, let sales, let company, let state { files(bc, sales, company, state) }
    if let bc, let company { await tables(EmbeddedStore(bc, company: company)) }
    if let sales {
      await tables(EmbeddedStore(sales: sales))
      records(in: sales, company)
    }
    if let bc, let company { await documents(bc, company, state) }
    if let bc, let company, let sales { currencies(bc, company, sales) }
  }

  /// Whether there is anything that keeps the systems from being synchronized.
  var isReady: Bool { problems.allSatisfy { $0.severity == .warning } }

  private mutating func system(_ side: Side) -> EmbeddedSystem? {
    do {
      return try EmbeddedPair.open(side, setup, folder: folder, program: program)
    } catch {
      unopened(
        side == .bc ? "Business Central" : "Sales", error, side == .bc ? places.bc : places.sales)
      return nil
    }
  }

  private mutating func company(in bc: EmbeddedSystem) -> Company? {
    do throws(SystemFailure) {
      let companies = try bc.companies()
      if let company = companies.first(where: { $0.name == setup.company }) { return company }
      let names = companies.map { "'\($0.name)'" }.joined(separator: ", ")
      note(
        "Business Central", "there is no company '\(setup.company)'",
        help: names.isEmpty ? "'mapsync init' makes it" : "there are \(names)", places.company)
    } catch {
      unopened("Business Central", error.asStoreFailure, places.bc)
    }
    return nil
  }

  /// The state of the company; of none, only as a file.
  private mutating func state(_ company: Company?) -> SQLiteState? {
    let path = FileSystem.path(setup.state, in: folder)
    do throws(StoreFailure) {
      if let company {
        return try SQLiteState.open(path, company: company.id, project: program.project)
      }
      try SQLiteState.check(path)
    } catch {
      unopened("the state", error, places.state)
    }
    return nil
  }

  /// Whether the files are the ones that were left.
  private mutating func files(
    _ bc: EmbeddedSystem, _ sales: EmbeddedSystem, _ company: Company, _ state: SQLiteState
  ) {
    do throws(StoreFailure) {
      let watch = try FileWatch(state, company: company.id, bc: bc, sales: sales)
      for misfit in try watch.misfits() {
        switch misfit.side {
        case .bc: note("Business Central", misfit.message, help: FileMisfit.wayOut, places.bc)
        case .sales: note("Sales", misfit.message, help: FileMisfit.wayOut, places.sales)
        case nil: note("the state", misfit.message, help: FileMisfit.wayOut, places.state)
        }
      }
      try watch.checkNames()
      try state.checkRows()
    } catch {
      unopened("the state", error, places.state)
    }
  }

  /// Whether a store has the tables and fields that the mappings use.
  private mutating func tables(_ store: EmbeddedStore) async {
    do throws(StoreFailure) {
      for problem in try await needs.problems(of: store) { note(problem) }
    } catch {
      unopened(store.name, error, store.side == .bc ? places.bc : places.sales)
    }
  }

  /// The records that stand for the company in Sales.
  private mutating func records(in sales: EmbeddedSystem, _ company: Company?) {
    do throws(SystemFailure) {
      for problem in try needs.problems(inSales: sales, company) { note(problem) }
    } catch {
      unopened("Sales", error.asStoreFailure, places.sales)
    }
  }

  private var needs: SystemNeeds { SystemNeeds(setup, program, bound) }

  private mutating func note(_ problem: SystemNeeds.Problem) {
    let span =
      switch problem.place {
      case .system(.bc): places.bc
      case .system(.sales): places.sales
      case .company: places.company
      case .localCurrency: places.localCurrency
      }
    note(problem.system, problem.message, help: problem.help, span)
  }

  /// What documents need of the setup and of Business Central, before the first one comes (F18).
  private mutating func documents(
    _ bc: EmbeddedSystem, _ company: Company, _ state: SQLiteState?
  ) async {
    let check = DocumentsCheck(
      mappings: bound, writeInProducts: program.writeInProducts, settings: setup.settings)
    do throws(StoreFailure) {
      for problem in try await check.problems(bc, company, state) {
        note(
          problem.isOfSystem ? "Business Central" : "documents", problem.message,
          help: problem.help(at: places),
          problem.settings.map(places.setting) ?? places.company, problem.severity)
      }
    } catch {
      unopened("Business Central", error, places.bc)
    }
  }

  /// Whether both systems count the same places of what documents come to.
  private mutating func currencies(
    _ bc: EmbeddedSystem, _ company: Company, _ sales: EmbeddedSystem
  ) {
    guard bound.contains(where: { $0.policy.isEnabled && $0.document?.kind != nil }) else { return }
    do throws(SystemFailure) {
      let currencies = CurrencyPlaces(bc, company, sales, localCurrency: setup.localCurrency)
      for problem in try currencies.problems() {
        note(
          "Sales", problem.message, help: problem.help,
          problem.isLocal ? places.localCurrency : places.sales, .warning)
      }
    } catch {
      unopened("Sales", error.asStoreFailure, places.sales)
    }
  }

  private mutating func note(
    _ system: String, _ message: String, help: String?, _ span: Span,
    _ severity: Severity = .error
  ) {
    problems.append(
      Problem(system: system, message: message, help: help, span: span, severity: severity))
  }

  private mutating func unopened(_ system: String, _ failure: StoreFailure, _ span: Span) {
    isComplete = false
    note(system, failure.sentence, help: nil, span)
  }
}

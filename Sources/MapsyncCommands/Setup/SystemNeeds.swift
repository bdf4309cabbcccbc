import EmbeddedSystems
import MapRuntime
import MapSetup
import MapStoreSQLite
import MapSync

/// What the mappings of a setup need of the two systems before anything is synchronized (F29): `setup
/// check` tells all of it, and whatever runs by itself refuses to without it.
struct SystemNeeds {
  struct Problem {
    /// What of the setup leads there.
    enum Place {
      case system(Side)
      case company
      case localCurrency
    }

    let system: String
    let message: String
    let help: String?
    let place: Place

    var sentence: String { "\(system): \(message)" + (help.map { " (\($0))" } ?? "") }
  }

  private let setup: Setup
  private let program: any CompiledProgram.Type
  private let bound: [BoundMapping]

  init(_ setup: Setup, _ program: any CompiledProgram.Type, _ bound: [BoundMapping]) {
    self.setup = setup
    self.program = program
    self.bound = bound
  }

  /// Refuses systems that lack anything, in a sentence.
  func check(_ systems: ConnectedSystems) async throws(StoreFailure) {
    var problems = try await self.problems(
      of: EmbeddedStore(systems.pair.bc, company: systems.company))
    problems += try await self.problems(of: EmbeddedStore(sales: systems.pair.sales))
    do throws(SystemFailure) {
      problems += try self.problems(inSales: systems.pair.sales, systems.company)
    } catch {
      throw error.asStoreFailure
    }
    guard let first = problems.first else { return }
    let more = problems.count - 1
    throw .unusable(
      first.sentence + (more > 0 ? ", and \(Numbers.count(more, "other problem"))" : "")
        + "; 'mapsync setup check' tells all of it")
  }

  /// The tables and fields that the mappings use and a store lacks.
  func problems(of store: EmbeddedStore) async throws(StoreFailure) -> [Problem] {
    let used = Set(bound.map { $0.table(store.side).name })
    let tables = program.tables.filter { $0.side == store.side && used.contains($0.name) }
    return try await store.verify(tables).map {
      Problem(
        system: store.name, message: $0.message, help: $0.help, place: .system(store.side))
    }
  }

  /// The records that stand for the company in Sales.
  func problems(
    inSales sales: EmbeddedSystem, _ company: Company?
  ) throws(SystemFailure) -> [Problem] {
    var problems: [Problem] = []
    if let company, program.tables.contains(where: { $0.roles.company != nil }),
      try sales.first("bcbi_company", ["bcbi_externalid": .text(company.id.description)]) == nil
    {
      problems.append(
        Problem(
          system: "Sales", message: "no row of bcbi_company stands for '\(setup.company)'",
          help: "'mapsync init' makes one in the embedded pair", place: .company))
    }
    guard bound.contains(where: { $0.policy.emptyMeansLocalCurrency }) else { return problems }
    guard let code = setup.localCurrency else {
      problems.append(
        Problem(
          system: "Sales", message: "the local currency of '\(setup.company)' is not known",
          help: "say 'local-currency: CODE' in the setup", place: .localCurrency))
      return problems
    }
    if !bound.contains(where: \.makesLocalCurrency),
      try sales.first("transactioncurrency", ["isocurrencycode": .text(code)]) == nil
    {
      problems.append(
        Problem(
          system: "Sales", message: "there is no currency '\(code)'",
          help: "create that currency in Sales", place: .localCurrency))
    }
    return problems
  }
}

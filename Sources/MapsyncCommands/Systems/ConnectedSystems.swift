import EmbeddedSystems
import MapRuntime
import MapSetup
import MapSync

/// The two systems as a setup names them, and the records that stand for the company there.
struct ConnectedSystems {
  let pair: EmbeddedPair
  let company: Company
  /// The Sales row that stands for it (R M-1); nil where companies are not told apart.
  let companyRow: Guid?
  let localCurrency: Lookup?
  let user: Lookup?
  let owner: Lookup?

  init(
    _ setup: Setup, folder: String, program: any CompiledProgram.Type, reads: Bool = false
  ) throws(StoreFailure) {
    do {
      try BeginningTables.check(program.tables)
    } catch {
      throw .unusable(error.sentence)
    }
    let pair = try EmbeddedPair.open(setup, folder: folder, program: program, reads: reads)
    self.pair = pair
    FaultSwitch.fromEnvironment()?.apply(to: pair)
    do throws(SystemFailure) {
      company = try pair.bc.company(setup.company)
      companyRow = try pair.find("bcbi_company", ["bcbi_externalid": .text(company.id.description)])
      owner = try pair.owner(of: companyRow)
      localCurrency = try setup.localCurrency.flatMap { code throws(SystemFailure) in
        try pair.find("transactioncurrency", ["isocurrencycode": .text(code)])
          .map { Lookup(table: "transactioncurrency", id: $0) }
      }
      user = try pair.find("systemuser", ["domainname": .text(EmbeddedPair.userName)])
        .map { Lookup(table: "systemuser", id: $0) }
    } catch {
      throw error.asStoreFailure
    }
  }
}

extension SystemFailure {
  /// The same in the words of the stores.
  var asStoreFailure: StoreFailure {
    switch self {
    case .unavailable(let sentence): .unavailable(sentence)
    case .unusable(let sentence): .unusable(sentence)
    case .unknown(let sentence): .unknown(sentence)
    }
  }
}

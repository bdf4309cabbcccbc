import MapRuntime
import MapSetup
import MapSync

/// What the two systems lack (F29).
struct SetupAnswer: Encodable {
  struct Problem: Encodable {
    let system: String
    let message: String
    let help: String?
  }

  let version = 1
  let company: String
  let features: [String]
  let mappings: Int
  let problems: [Problem]

  init(_ workspace: Workspace) async throws(StoreFailure) {
    let integration = workspace.integration
    company = workspace.setup.company
    features = workspace.setup.features.sorted()
    mappings = integration.mappings.count
    var problems: [Problem] = []
    for side in Side.allCases {
      let store = integration.store(side)
      let used = Set(integration.mappings.map { $0.table(side).name })
      let tables = integration.tables.filter { $0.side == side && used.contains($0.name) }
      for problem in try await store.verify(tables) {
        problems.append(
          Problem(system: store.name, message: problem.message, help: problem.help))
      }
    }
    let hasCompanies = integration.tables.contains { $0.roles.company != nil }
    if hasCompanies && integration.company == nil {
      problems.append(
        Problem(
          system: "Sales", message: "no row of bcbi_company stands for \(company)",
          help: "'mapsync init' makes one in the embedded pair"))
    }
    if integration.localCurrency == nil,
      integration.mappings.contains(where: { $0.policy.emptyMeansLocalCurrency })
    {
      problems.append(
        Problem(
          system: "Sales", message: "the local currency of \(company) is not there",
          help: "say 'local-currency' in the setup, and create that currency in Sales"))
    }
    self.problems = problems
  }

  var text: String {
    guard !problems.isEmpty else {
      return "\(company): \(Numbers.count(mappings, "mapping")), both systems are ready\n"
    }
    return problems.map { problem in
      "\(problem.system): \(problem.message)\n" + (problem.help.map { "  help: \($0)\n" } ?? "")
    }.joined()
  }
}

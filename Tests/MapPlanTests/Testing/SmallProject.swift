import MapCheck
import MapCompiler
import MapPlan
import MapSource
import Testing

/// A project of a few tables and the mappings that a test writes, ready to run their tests.
struct SmallProject {
  let program: Program
  let runner: TestRunner

  static let tables = """
    #--- mappings/project.yaml
    project: example
    features:
      owners: [persons, teams]
    settings:
      kind-of-account: { type: option, values: [Rare, Fancy] }
      stand-in-type: { type: option, values: [Item, Resource] }
      stand-in: { type: code(20), refers-to: { bc: [Item, Resource] } }
    #--- schemas/bc/Customer.yaml
    table: Customer
    key: [No.]
    fields:
      - { name: No., type: code(20), required: true, default: number-series }
      - { name: Name, type: text(10) }
      - { name: Short Name, type: text(10) }
      - { name: Currency Code, type: code(10), refers-to: Currency }
      - { name: Home Currency, type: code(10), refers-to: Currency }
      - { name: Blocked, type: option, values: { ' ': 0, Ship: 1, All: 3 } }
      - { name: Amount, type: decimal(2) }
      - { name: Total, type: decimal(2), computed: total }
      - { name: Is Closed, type: boolean }
      - { name: Level, type: option, values: { Bronze: 0, Silver: 1 } }
      - { name: Visits, type: integer }
    #--- schemas/bc/Currency.yaml
    table: Currency
    key: [Code]
    fields:
      - { name: Code, type: code(10), required: true }
    #--- schemas/sales/account.yaml
    table: account
    key: [accountid]
    states:
      field: statecode
      status: statuscode
      values:
        Active: { value: 0, statuses: { Open: 1 }, next: [Inactive] }
        Inactive: { value: 1, statuses: { Closed: 2 }, next: [Active] }
    fields:
      - { name: accountid, type: guid, access: create, required: true, default: system }
      - { name: name, type: text(30) }
      - { name: currency, type: lookup, refers-to: { currency: currency } }
      - { name: kind, type: option, values: { Plain: 1, Fancy: 2, Rare: 3 } }
      - { name: amount, type: money }
      - { name: isclosed, type: boolean }
      - { name: level, type: option, values: { Bronze: 5, Silver: 6 } }
      - { name: visits, type: integer }
      - { name: owner, type: text(30), default: nobody }
    #--- schemas/sales/currency.yaml
    table: currency
    key: [currencyid]
    fields:
      - { name: currencyid, type: guid, access: create, required: true, default: system }
      - { name: code, type: text(10), required: true }
    #--- mappings/CURRENCY.yaml
    mapping: CURRENCY
    tables: { bc: Currency, sales: currency }
    direction: to-sales
    create: { to-sales: true }
    fields:
      - { bc: Code, sales: code }

    """

  /// - Parameter mapping: the text of `mappings/CUSTOMER.yaml`, without its first two keys.
  init(_ mapping: String) throws {
    let head = """
      #--- mappings/CUSTOMER.yaml
      mapping: CUSTOMER
      tables: { bc: Customer, sales: account }

      """
    let compilation = Compiler.check(ExampleProject.files(of: Self.tables + head + mapping))
    let errors = compilation.findings.filter { $0.severity == .error }
    let checked = try #require(
      compilation.checked, "\(errors.map { "\($0.name): \($0.message)" })")
    program = ProgramBuilder.build(checked, compilation.sources, prerequisites: { _ in [] })
    runner = TestRunner(program)
  }

  /// The results of CUSTOMER's tests.
  func results() throws -> [TestResult] {
    let place = try #require(program.checked.place(of: "CUSTOMER"))
    return runner.run(mappings: [place])
  }

  /// What went wrong in the only test; nil where it passed.
  static func problem(_ mapping: String) throws -> String? {
    let results = try SmallProject(mapping).results()
    let result = try #require(results.count == 1 ? results.first : nil)
    if let problem = result.problem { return problem.message }
    let differences = result.differences.map {
      "\($0.field): \($0.expected) ≠ \($0.found)"
    }
    return differences.isEmpty ? nil : differences.joined(separator: ", ")
  }
}

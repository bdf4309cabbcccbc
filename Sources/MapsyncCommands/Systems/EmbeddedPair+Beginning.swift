import EmbeddedSystems
import MapRuntime
import MapSetup
import MapStoreSQLite
import MapSync

/// What the two systems begin with: a company, its currency, a team that owns what nobody else
/// does, the integration's user (R M-1, M-8, M-11), and how Sales computes.
extension EmbeddedPair {
  /// Makes the files that are missing, and adds to both what they begin with. A new file appears in
  /// its place when it has all of it.
  static func make(
    _ setup: Setup, folder: String, program: any CompiledProgram.Type, currency: String
  ) throws {
    try checkState(setup, folder: folder, program)
    var drafts: [FileDraft] = []
    defer { for draft in drafts { draft.remove() } }
    func system(_ side: Side) throws -> EmbeddedSystem {
      let path = try path(of: side, setup, folder: folder)
      FileDraft.sweep(path)
      if FileSystem.exists(path) { return try open(path, side, setup, program) }
      let draft = FileDraft(of: path)
      drafts.append(draft)
      return try open(draft.path, side, setup, program, makes: true)
    }
    let pair = EmbeddedPair(bc: try system(.bc), sales: try system(.sales))
    let isNew = try !pair.bc.companies().contains { $0.name == setup.company }
    try pair.begin(company: setup.company, currency: currency)
    if isNew,
      program.mappings(setup.features).contains(where: { BoundMapping($0).worksBothWays })
    {
      try pair.archiveOrders(company: setup.company)
    }
    try pair.bc.closeWhole()
    try pair.sales.closeWhole()
    for draft in drafts where !draft.finish() {
      throw CommandFailure("cannot make \(draft.place); give its folder write access")
    }
  }

  /// Refuses to begin with a company beside the state of another one, which nothing would accept.
  private static func checkState(
    _ setup: Setup, folder: String, _ program: any CompiledProgram.Type
  ) throws(StoreFailure) {
    let state = FileSystem.path(setup.state, in: folder)
    guard FileSystem.exists(state) else { return }
    let owner = try SQLiteState.check(state)
    let bc = try open(.bc, setup, folder: folder, program: program)
    do throws(SystemFailure) {
      let company = try bc.companies().first { $0.name == setup.company }
      if company?.id == owner { return }
    } catch {
      throw error.asStoreFailure
    }
    throw .unusable(
      "the state file '\(state)' belongs to another company than '\(setup.company)' of "
        + "'\(bc.path)': name another state file or that company in the setup, or put back the file of "
        + "Business Central that it was made with")
  }

  /// Adds what is not there yet.
  func begin(company name: String, currency: String) throws(CommandFailure) {
    do throws(SystemFailure) {
      let company = try bc.createCompany(name)
      let user = try made(
        "systemuser", ["domainname": .text(Self.userName)],
        [
          "firstname": .text("Integration"), "lastname": .text("mapsync"),
          "isintegrationuser": .boolean(true),
          "islicensed": .boolean(false), "accessmode": .option(OptionValue(4)),
          "invitestatuscode": .option(OptionValue(0)),
        ])
      let team = try made(
        "team", ["name": .text("\(name) team")],
        [
          "teamtype": .option(OptionValue(0)), "isdefault": .boolean(true),
        ])
      if let team { try sales.setOwner(Lookup(table: "team", id: team)) }
      if let user { try sales.setUser(user) }
      let money = try made(
        "transactioncurrency", ["isocurrencycode": .text(currency)],
        [
          "currencyname": .text(currency), "currencysymbol": .text(currency),
          "exchangerate": .decimal(DecimalValue(1)), "currencyprecision": .integer(2),
        ])
      if let money { try sales.setCurrency(money) }
      try makeOrganization(name, currency: money)
      var row: [String: Value] = ["bcbi_name": .text(String(name.prefix(30)))]
      if let team {
        row["bcbi_defaultowningteam"] = .lookup(Lookup(table: "team", id: team))
        row["ownerid"] = .lookup(Lookup(table: "team", id: team))
      }
      _ = try made("bcbi_company", ["bcbi_externalid": .text(company.id.description)], row)
    } catch {
      throw CommandFailure(error.sentence)
    }
  }

  /// Where both sides work on orders, a new company keeps copies of its orders (R F-4).
  private func archiveOrders(company name: String) throws(CommandFailure) {
    let table = "Sales & Receivables Setup"
    do throws(SystemFailure) {
      let company = try bc.createCompany(name)
      guard bc.schema[table] != nil, let setup = try bc.find(table, company: company).first else {
        return
      }
      if case .failure(let refusal) = try bc.change(
        table, setup, ["Archive Orders": .boolean(true)], by: .system, company: company)
      {
        throw .unknown(refusal.sentence)
      }
    } catch {
      throw CommandFailure(error.sentence)
    }
  }

  /// How Sales computes: prices as exact as it can hold them, and orders that Business Central
  /// processes, so that what comes from there stays (SC-1, SD-3).
  private func makeOrganization(_ name: String, currency: Guid?) throws(SystemFailure) {
    var fields: [String: Value] = [
      "name": .text(name), "pricingdecimalprecision": .integer(4),
      "issopintegrationenabled": .boolean(true),
    ]
    if let currency {
      fields["basecurrencyid"] = .lookup(Lookup(table: "transactioncurrency", id: currency))
    }
    _ = try made("organization", [:], fields)
  }

  /// The Sales record with these values, made where there is none; nil where there is no such table.
  private func made(
    _ table: String, _ known: [String: Value], _ more: [String: Value]
  ) throws(SystemFailure) -> Guid? {
    guard let layout = sales.schema[table] else { return nil }
    if let found = try find(table, known) { return found }
    let fields = known.merging(more) { first, _ in first }
      .filter { layout.description.field($0.key) != nil }
    switch try sales.create(table, fields, by: .system) {
    case .success(let id): return id
    case .failure(let refusal): throw .unknown(refusal.sentence)
    }
  }
}

/// What `init` needs of the tables of a project to make the records with which both systems begin. A
/// project may leave such a table out; where it has it, these fields tell its records apart.
enum BeginningTables {
  private static let fields: [(table: String, field: String, why: String)] = [
    ("systemuser", "domainname", "the integration signs in as a user of that name"),
    ("team", "name", "a team owns what nobody else does"),
    ("transactioncurrency", "isocurrencycode", "the local currency is found by its code"),
    ("bcbi_company", "bcbi_externalid", "a row stands for the company by that id"),
    ("organization", "name", "a row says how Sales computes"),
  ]

  static let wayOut = "add it to the table's file in schemas/sales, or leave the table out"

  /// Refuses tables without these fields, in one sentence, before anything is written.
  static func check(_ tables: [TableDescription]) throws(CommandFailure) {
    let missing = missing(in: tables)
    guard !missing.isEmpty else { return }
    throw CommandFailure(missing.joined(separator: ", and ") + "; " + wayOut)
  }

  /// What tables lack, a clause each.
  static func missing(in tables: [TableDescription]) -> [String] {
    fields.compactMap { need -> String? in
      let table = tables.first { $0.side == .sales && $0.name == need.table }
      guard let table, !isText(table.field(need.field)) else { return nil }
      return "table '\(need.table)' of Sales needs a text field '\(need.field)' (\(need.why))"
    }
  }

  private static func isText(_ field: FieldDescription?) -> Bool {
    switch field?.type {
    case .text, .code, .memo: true
    case .integer, .bigInteger, .decimal, .money, .boolean, .date, .dateTime, .guid, .option,
      .lookup, nil:
      false
    }
  }
}

import DefaultMappings
import EmbeddedSystems
import Foundation
import MapRuntime
import MapStoreSQLite
import MapSync
import Testing

/// Both systems, embedded and with the shipped mappings between them: a company whose local currency
/// Sales knows, and the units PCS and BOX.
struct Workshop {
  let folder: StateFolder
  let bc: EmbeddedSystem
  let sales: EmbeddedSystem
  let company: Company
  let integration: Integration
  let localCurrency: Guid

  /// - Parameters:
  ///   - change: What setup makes of a mapping's policy.
  ///   - settings: Values of the setup besides.
  ///   - patience: Seconds that the state waits for others.
  ///   - checkpoint: Called in the middle of pages, with the folder of the state.
  init(
    _ features: Set<String> = [
      "unit-groups", "price-lists", "person-ownership", "one-way-orders",
    ],
    change: (inout MappingPolicy) -> Void = { _ in },
    settings: [String: Value] = [:], patience: Double = 10,
    checkpoint: @escaping @Sendable (Checkpoint, StateFolder) -> Void = { _, _ in }
  ) throws {
    let folder = try StateFolder()
    self.folder = folder
    let clock = SystemClock { Samples.moment(1000) }
    bc = try EmbeddedSystem(
      path: folder.folder.appendingPathComponent("bc.db").path, side: .bc, tables: Program.tables,
      clock: clock)
    sales = try EmbeddedSystem(
      path: folder.folder.appendingPathComponent("sales.db").path, side: .sales,
      tables: Program.tables, clock: clock)
    company = try bc.createCompany("CRONUS")
    _ = try sales.create(
      "bcbi_company", id: company.id, ["bcbi_name": .text("CRONUS")], by: .system
    ).get()
    localCurrency = try Self.currency("DKK", in: sales)
    integration = Integration(
      mappings: Program.mappings(features).map { type in
        var policy = type.policy
        change(&policy)
        return BoundMapping(type, policy: policy)
      },
      bc: EmbeddedStore(bc, company: company), sales: EmbeddedStore(sales: sales),
      state: try folder.open(company: company.id, patience: patience), company: company.id,
      tables: Program.tables,
      settings: settings.merging(["default-price-list-set": .boolean(false)]) { own, _ in own },
      writeInProducts: Program.writeInProducts,
      localCurrency: Lookup(table: "transactioncurrency", id: localCurrency),
      clock: { Samples.moment(1000) }, checkpoint: { checkpoint($0, folder) })
    for code in ["PCS", "BOX"] { try add("Unit of Measure", ["Code": .text(code)]) }
  }

  static func currency(_ code: String, in sales: EmbeddedSystem) throws -> Guid {
    try sales.create(
      "transactioncurrency",
      [
        "isocurrencycode": .text(code), "currencyname": .text(code),
        "currencysymbol": .text(code), "exchangerate": .decimal(DecimalValue(1)),
      ], by: .system
    ).get()
  }

  /// A record in BC.
  @discardableResult
  func add(_ table: String, _ fields: [String: Value]) throws -> Guid {
    try bc.create(table, fields, by: .system, company: company).get()
  }

  /// A person's edit, which changes something.
  func edit(_ side: Side, _ table: String, _ id: Guid, _ fields: [String: String]) throws {
    let system = side == .bc ? bc : sales
    #expect(
      try system.change(
        table, id, fields.mapValues { .of(text: $0) }, by: .person,
        company: side == .bc ? company : nil
      ).get())
  }

  /// An item that is counted in pieces and sold in boxes of twelve too.
  @discardableResult
  func item(_ number: String, price: Int64 = 100) throws -> Guid {
    let item = try add(
      "Item",
      [
        "No.": .text(number), "Description": .text("Bicycle"),
        "Base Unit of Measure": .text("PCS"), "Unit Price": .decimal(DecimalValue(price)),
      ])
    for (code, quantity) in [("PCS", Int64(1)), ("BOX", 12)] {
      try add(
        "Item Unit of Measure",
        [
          "Item No.": .text(number), "Code": .text(code),
          "Qty. per Unit of Measure": .decimal(DecimalValue(quantity)),
        ])
    }
    try add(
      "Unit Group",
      [
        "Source Type": .option(OptionValue(0)), "Source No.": .text(number),
        "Source Id": .guid(item),
      ])
    return item
  }

  /// Creates what is not coupled and synchronizes the rest.
  @discardableResult
  func run(_ names: String...) async throws -> JobCounters {
    var counters = JobCounters()
    for name in names {
      let mapping = try #require(integration.mapping(name))
      let report = try await Synchronizer(integration).run(
        mapping, .toSales, .full, ids: try bc.find(mapping.pair.bc, company: company))
      counters += report.counters
    }
    return counters
  }

  /// Why records of a mapping failed.
  func failures(_ name: String) async throws -> [String] {
    try await integration.state.entries(EntryQuery(mapping: name, kinds: [.failed]))
      .map(\.message)
  }

  /// The records of Sales with given fields.
  func find(_ table: String, _ fields: [String: Value] = [:]) throws -> [[String: Value]] {
    try sales.find(table, fields).compactMap { try sales.record(table, $0) }
  }
}

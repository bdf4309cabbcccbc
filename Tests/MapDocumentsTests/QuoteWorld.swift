import DefaultMappings
import EmbeddedSystems
import MapDocuments
import MapRuntime
import MapStoreSQLite
import MapSync
import Testing

/// A customer who is offered chairs in Sales, and Business Central with the shipped mappings between
/// them: both on SQLite, and able to stop at any call.
struct QuoteWorld {
  private let folder: TemporaryFolder
  let bc: EmbeddedSystem
  let sales: EmbeddedSystem
  let company: Company
  let integration: Integration
  let stop: StopSwitch
  let time: WorldTime
  let account: Guid
  let product: Guid
  let unit: Guid
  let currency: Guid

  /// - Parameter settings: values of the setup besides; quotes go by themselves, and orders do not.
  ///   - orders: the feature that says which side works on orders.
  ///   - versions: how a new version of a quote is taken in, where that is not as shipped.
  init(
    _ settings: [String: Value] = [:], orders: String = "one-way-orders",
    versions: [VersionStep]? = nil
  ) async throws {
    let folder = try TemporaryFolder()
    let stop = StopSwitch()
    self.folder = folder
    self.stop = stop
    let time = WorldTime()
    self.time = time
    let clock = SystemClock { time.now }
    bc = try EmbeddedSystem(
      path: folder.path("bc.sqlite"), side: .bc, tables: Program.tables, clock: clock)
    sales = try EmbeddedSystem(
      path: folder.path("sales.sqlite"), side: .sales, tables: Program.tables, clock: clock)
    company = try bc.createCompany("CRONUS")
    let system = sales
    func make(_ table: String, _ fields: [String: Value]) throws -> Guid {
      try system.create(table, fields, by: .system).get()
    }
    _ = try sales.create(
      "bcbi_company", id: company.id, ["bcbi_name": .text("CRONUS")], by: .system
    ).get()
    currency = try make(
      "transactioncurrency",
      [
        "isocurrencycode": .text("USD"), "currencyname": .text("USD"),
        "currencysymbol": .text("$"), "exchangerate": .decimal(1),
        "currencyprecision": .integer(2),
      ])
    try sales.setCurrency(currency)
    _ = try make(
      "organization",
      [
        "name": .text("Adatum"), "pricingdecimalprecision": .integer(4),
        "basecurrencyid": .lookup(Lookup(table: "transactioncurrency", id: currency)),
      ])
    account = try make(
      "account", ["name": .text("Adatum"), "customertypecode": .option(OptionValue(3))])
    let group = try make("uomschedule", ["name": .text("Chairs"), "baseuomname": .text("PCS")])
    unit = try #require(try sales.find("uom").first)
    product = try make(
      "product",
      [
        "name": .text("Chair"), "productnumber": .text("1000"), "quantitydecimal": .integer(2),
        "statecode": .option(OptionValue(0)),
        "defaultuomscheduleid": .lookup(Lookup(table: "uomschedule", id: group)),
        "defaultuomid": .lookup(Lookup(table: "uom", id: unit)),
      ])
    let all: [String: Value] = [
      "auto-process-quotes": .boolean(true), "auto-create-sales-orders": .boolean(false),
      "default-price-list-set": .boolean(false),
    ]
    integration = Integration(
      mappings: Program.mappings([
        "person-ownership", "single-units", "price-lists", orders,
      ]).map { type in
        var document = type.document
        if let versions { document?.versions?.then = versions }
        return BoundMapping(type, document: document)
      },
      bc: StoppingStore(EmbeddedStore(bc, company: company), stop),
      sales: StoppingStore(EmbeddedStore(sales: sales), stop),
      state: try SQLiteState.make(folder.path("state.sqlite"), company: company.id),
      company: company.id, tables: Program.tables,
      settings: settings.merging(all) { own, _ in own },
      writeInProducts: Program.writeInProducts,
      localCurrency: Lookup(table: "transactioncurrency", id: currency),
      patience: .zero, clock: { time.now }, checkpoint: { stop.reached($0) }
    ).withDocuments()
    try await begin()
  }

  /// What documents need of Business Central, and the couplings of customer and item.
  private func begin() async throws {
    func state(_ table: String, _ texts: [String: String]) -> StatedRecord {
      StatedRecord(table, id: bc.newID(), texts.mapValues(Value.text))
    }
    try bc.create(
      together: [
        state("VAT Business Posting Group", ["Code": "DOMESTIC"]),
        state("VAT Product Posting Group", ["Code": "STANDARD"]),
        state("Gen. Business Posting Group", ["Code": "DOMESTIC"]),
        state("Gen. Product Posting Group", ["Code": "RETAIL"]),
        state(
          "VAT Posting Setup",
          ["VAT Bus. Posting Group": "DOMESTIC", "VAT Prod. Posting Group": "STANDARD"]),
        state("Customer Posting Group", ["Code": "DOMESTIC"]),
        state("Unit of Measure", ["Code": "PCS", "Description": "Piece"]),
      ], company: company
    ).get()
    let customer = try bc.create(
      "Customer",
      [
        "No.": .text("10000"), "Name": .text("Adatum"), "Customer Posting Group": .text("DOMESTIC"),
        "Gen. Bus. Posting Group": .text("DOMESTIC"), "VAT Bus. Posting Group": .text("DOMESTIC"),
      ], company: company
    ).get()
    let item = try bc.create(
      "Item",
      [
        "No.": .text("1000"), "Description": .text("Chair"), "Base Unit of Measure": .text("PCS"),
        "Unit Price": .decimal(40), "Gen. Prod. Posting Group": .text("RETAIL"),
        "VAT Prod. Posting Group": .text("STANDARD"),
      ], company: company
    ).get()
    try await couple("CUSTOMER", customer, account)
    try await couple("ITEM-PRODUCT", item, product)
  }

  private func couple(_ name: String, _ bc: Guid, _ sales: Guid) async throws {
    let mapping = try #require(integration.mapping(name))
    #expect(
      try await Coupler(integration).couple(mapping, bc: bc, sales: sales) == .coupled)
  }
}

/// What people do in Sales.
extension QuoteWorld {
  /// An active quote of chairs; of this company where no other is said.
  func quote(
    _ number: String = "QUO-1", chairs: DecimalValue = 2, company: Guid? = nil
  ) throws -> Guid {
    let quote = try sales.create(
      "quote",
      [
        "quotenumber": .text(number), "name": .text("Chairs for the hall"),
        "customerid": .lookup(Lookup(table: "account", id: account)),
        "transactioncurrencyid": .lookup(Lookup(table: "transactioncurrency", id: currency)),
        "bcbi_companyid": .lookup(Lookup(table: "bcbi_company", id: company ?? self.company.id)),
      ], by: .system
    ).get()
    try line(of: quote, chairs: chairs)
    try sales.activateQuote(quote).get()
    return quote
  }

  private func line(of quote: Guid, chairs: DecimalValue) throws {
    _ = try sales.create(
      "quotedetail",
      [
        "quoteid": .lookup(Lookup(table: "quote", id: quote)),
        "productid": .lookup(Lookup(table: "product", id: product)),
        "uomid": .lookup(Lookup(table: "uom", id: unit)), "quantity": .decimal(chairs),
        "priceperunit": .decimal(40), "ispriceoverridden": .boolean(true),
      ], by: .person
    ).get()
  }

  /// Its next version, with one more line.
  func revise(_ quote: Guid, chairs: DecimalValue = 5) throws -> Guid {
    let next = try sales.reviseQuote(quote).get()
    try line(of: next, chairs: chairs)
    try sales.activateQuote(next).get()
    return next
  }

  /// Wins a quote, of which an order comes; submitted where that is said.
  @discardableResult
  func win(_ quote: Guid, submitting: Bool) throws -> Guid {
    let order = try sales.convertQuote(quote).get()
    if submitting { try sales.submitOrder(order).get() }
    return order
  }
}

extension QuoteWorld {
  /// Whether Business Central sells chairs.
  func block(_ isBlocked: Bool) throws {
    let item = try #require(try bc.find("Item", company: company).first)
    _ = try bc.change(
      "Item", item, ["Sales Blocked": .boolean(isBlocked)], by: .person, company: company
    ).get()
  }
}

/// What the integration does.
extension QuoteWorld {
  func mapping(_ name: String) throws -> BoundMapping { try #require(integration.mapping(name)) }

  @discardableResult
  func synchronize(_ names: String...) async throws -> JobCounters {
    var counters = JobCounters()
    for name in names.isEmpty ? ["QUOTE"] : names {
      for report in try await Synchronizer(integration).synchronize(mapping(name)) {
        counters += report.counters
      }
    }
    return counters
  }

  @discardableResult
  func process(_ quotes: Guid...) async throws -> JobCounters {
    try await Synchronizer(integration).run(mapping("QUOTE"), .toBC, .create, ids: quotes).counters
  }

  /// What is noted of quotes and orders.
  func entries() async throws -> [Entry] {
    try await integration.state.entries(EntryQuery(limit: 100))
      .filter { ["QUOTE", "ORDER"].contains($0.mapping) }
  }

  func listed() async throws -> [DocumentList.Line] {
    try await DocumentList(integration, mapping("QUOTE")).lines(withTaken: false, limit: 10)
  }

  /// The BC document that a record of Sales is coupled with.
  func document(of record: Guid, _ name: String = "QUOTE") async throws -> Guid? {
    try await integration.state.couplings(mapping(name).pair, .sales, ids: [record])[0]?.bcID
  }
}

/// What is there in Business Central.
extension QuoteWorld {
  static let isQuote = ["Document Type": Value.option(OptionValue(0))]
  static let isOrder = ["Document Type": Value.option(OptionValue(1))]

  func records(_ table: String, _ fields: [String: Value] = [:]) throws -> [[String: Value]] {
    try bc.find(table, fields, company: company).compactMap {
      try bc.record(table, $0, company: company)
    }
  }

  func header(_ id: Guid?) throws -> [String: Value] {
    try #require(
      try id.flatMap { try bc.record("Sales Header", $0, company: company) })
  }

  /// The quantities of a document's lines, in their order.
  func quantities(_ id: Guid?) throws -> [DecimalValue] {
    let header = try header(id)
    return try records(
      "Sales Line",
      [
        "Document Type": header["Document Type"] ?? .empty,
        "Document No.": header["No."] ?? .empty,
      ]
    ).sorted { ($0["Line No."]?.integer ?? 0) < ($1["Line No."]?.integer ?? 0) }
      .compactMap { $0["Quantity"]?.decimal }
  }

  /// How many quotes and orders there are, and how many versions are archived.
  func counts() throws -> [Int] {
    [
      try records("Sales Header", Self.isQuote).count,
      try records("Sales Header", Self.isOrder).count,
      try records("Sales Header Archive").count,
    ]
  }
}

import DefaultMappings
import EmbeddedSystems
import MapRuntime
import Testing

/// Sales with the shipped tables and what documents need: euros with dollars as the base currency, a
/// price list, a chair that is sold in pieces and boxes, an account.
struct SalesShop {
  let file = TemporaryFile()
  let system: EmbeddedSystem
  let organization: Guid
  let euro: Guid
  let list: Guid
  let group: Guid
  let piece: Guid
  let box: Guid
  let chair: Guid
  let account: Guid

  /// - Parameter organization: what Sales' settings say besides.
  init(_ organization: [String: Value] = [:], euroPlaces: Int64 = 2) throws {
    let system = try EmbeddedSystem(
      path: file.path, side: .sales, tables: Program.tables,
      clock: SystemClock { DateTimeValue(midnightOf: SalesShop.today) })
    self.system = system
    func make(_ table: String, _ fields: [String: Value]) throws -> Guid {
      try system.create(table, fields, by: .system).get()
    }
    func currency(_ code: String, rate: String, places: Int64) throws -> Guid {
      try make(
        "transactioncurrency",
        [
          "isocurrencycode": .text(code), "currencyname": .text(code),
          "currencysymbol": .text(code), "exchangerate": amount(rate),
          "currencyprecision": .integer(places),
        ])
    }
    let dollar = try currency("USD", rate: "1", places: 2)
    euro = try currency("EUR", rate: "0.8", places: euroPlaces)
    self.organization = try make(
      "organization",
      [
        "name": .text("Adatum"),
        "basecurrencyid": .lookup(Lookup(table: "transactioncurrency", id: dollar)),
      ].merging(organization) { $1 })
    list = try make(
      "pricelevel",
      [
        "name": .text("Retail"),
        "transactioncurrencyid": .lookup(Lookup(table: "transactioncurrency", id: euro)),
      ])
    group = try make("uomschedule", ["name": .text("Chairs"), "baseuomname": .text("PCS")])
    piece = try #require(try system.find("uom").first)
    box = try make(
      "uom",
      [
        "name": .text("BOX"), "quantity": .decimal(4),
        "uomscheduleid": .lookup(Lookup(table: "uomschedule", id: group)),
      ])
    account = try make(
      "account", ["name": .text("Fabrikam"), "customertypecode": .option(OptionValue(3))])
    chair = try make(
      "product",
      [
        "name": .text("Chair"), "productnumber": .text("1000"), "quantitydecimal": .integer(2),
        "statecode": .option(OptionValue(0)),
        "defaultuomscheduleid": .lookup(Lookup(table: "uomschedule", id: group)),
        "defaultuomid": .lookup(Lookup(table: "uom", id: piece)), "price": .decimal(50),
        "currentcost": .decimal(20),
      ])
  }

  static let today = DateValue(days: 9131)
}

/// Making and looking.
extension SalesShop {
  /// The price of the chair in a unit, and how it comes about.
  @discardableResult
  func price(_ value: Int64 = 40, unit: Guid? = nil, _ more: [String: Value] = [:]) throws -> Guid {
    try system.create(
      "productpricelevel",
      [
        "pricelevelid": lookup("pricelevel", list), "productid": lookup("product", chair),
        "uomid": lookup("uom", unit ?? piece), "amount": .decimal(DecimalValue(value)),
        "pricingmethodcode": option(1),
      ].merging(more) { $1 }, by: .system
    ).get()
  }

  /// A document of the account in euros.
  func document(
    _ table: String, _ fields: [String: Value] = [:], by author: Author = .person
  ) throws -> Guid {
    try system.create(
      table,
      [
        "name": .text("Chairs"), "customerid": lookup("account", account),
        "transactioncurrencyid": lookup("transactioncurrency", euro),
      ].merging(fields) { $1 }, by: author
    ).get()
  }

  /// A line with chairs, or whatever the fields say.
  func line(
    of table: String, _ document: Guid, _ quantity: Value, _ fields: [String: Value] = [:],
    by author: Author = .person
  ) throws -> Result<Guid, Refusal> {
    try system.create(
      table + "detail",
      [
        table + "id": lookup(table, document), "productid": lookup("product", chair),
        "uomid": lookup("uom", piece), "quantity": quantity,
      ].merging(fields) { $1 }, by: author)
  }

  /// A line with a price of its own.
  func line(
    of table: String, _ document: Guid, _ quantity: String, at price: String,
    _ fields: [String: Value] = [:], by author: Author = .person
  ) throws -> Guid {
    try line(
      of: table, document, amount(quantity),
      ["priceperunit": amount(price), "ispriceoverridden": .boolean(true)]
        .merging(fields) { $1 }, by: author
    ).get()
  }

  func fields(_ table: String, _ id: Guid) throws -> [String: Value] {
    try #require(try system.record(table, id))
  }

  /// Amounts of a record as text; '-' where there is none.
  func amounts(_ table: String, _ id: Guid, _ names: String...) throws -> [String] {
    let record = try fields(table, id)
    return names.map { record[$0]?.decimal?.description ?? "-" }
  }

  func error(_ table: String, _ id: Guid) throws -> Int32? {
    try fields(table, id)["pricingerrorcode"]?.option?.rawValue
  }

  /// State and status.
  func state(_ table: String, _ id: Guid) throws -> [Int32?] {
    let record = try fields(table, id)
    return ["statecode", "statuscode"].map { record[$0]?.option?.rawValue }
  }

  func set(_ fields: [String: Value]) throws {
    _ = try system.change("organization", organization, fields).get()
  }

  func lookup(_ table: String, _ id: Guid) -> Value { .lookup(Lookup(table: table, id: id)) }
}

func option(_ value: Int32) -> Value { .option(OptionValue(value)) }

func amount(_ text: String) throws -> Value { .decimal(try DecimalValue(parsing: text)) }

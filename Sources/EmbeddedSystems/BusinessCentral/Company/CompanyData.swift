import GRDB
import MapRuntime

/// What documents ask of their company: its setup and the records that they are filled from, each
/// read once.
struct CompanyData {
  let session: WriteSession

  private var cache: MasterCache { session.masters }

  var today: DateValue { session.now.date }

  func setup() throws -> CompanySetup {
    if let setup = cache.setup { return setup }
    let setup = try CompanySetup(
      ledger: record(CompanySetup.tables[0], ""), sales: record(CompanySetup.tables[1], ""))
    cache.keep(setup)
    return setup
  }

  /// The record of a key; nil where there is none, or no such table.
  func record(_ name: String, _ key: String) throws -> MasterRecord? {
    guard let table = session.schema[name] else { return nil }
    return try record(of: table, key)
  }

  /// The record of a key of two parts.
  func record(_ name: String, _ first: String, _ second: String) throws -> MasterRecord? {
    try record(name, Self.key(first, second))
  }

  /// - Parameter key: as `RecordKey` has it.
  func record(of table: TableLayout, _ key: String) throws -> MasterRecord? {
    if let known = cache.sought(table, key) { return known.record }
    let parts = RecordKey.parts(key)
    guard table.key.count == parts.count else { return nil }
    var fields: [String: Value] = [:]
    for (column, part) in zip(table.key, parts) {
      fields[table.columns[column].name] = .of(text: part)
    }
    let record = try session.find(table.name, fields).first.flatMap { try read(table, $0) }
    cache.keep(record, table, key)
    return record
  }

  /// The key of two parts.
  private static func key(_ first: String, _ second: String) -> String {
    var key = first
    key.append(RecordKey.separator)
    key.append(second)
    return key
  }

  /// What lines take of an item, a resource or a G/L account; nil where there is none of that number.
  func sold(_ type: LineType, _ number: String) throws -> SoldCard? {
    guard let name = type.table, let table = session.schema[name] else { return nil }
    if let known = cache.sold(table, number) { return known }
    guard let record = try record(name, number) else { return nil }
    let card = SoldCard(type, record)
    cache.keep(card, table, number)
    return card
  }

  /// The records that have a value in a field, in the order of their ids.
  func records(_ name: String, _ field: String, _ value: String) throws -> [MasterRecord] {
    guard let table = session.schema[name], table.column(field) != nil else { return [] }
    if let known = cache.list(table, value) { return known }
    let records = try session.find(name, [field: .of(text: value)])
      .compactMap { try read(table, $0) }
    cache.keep(records, table, value)
    return records
  }

  /// All records of a table that pass, by what they are looked up by; read in one go.
  func records(
    _ name: String, by key: (MasterRecord) -> String, where isUsed: (MasterRecord) -> Bool,
    _ value: @autoclosure () -> String
  ) throws -> [MasterRecord] {
    guard let table = session.schema[name] else { return [] }
    if let lists = cache.lists(table) { return lists.isEmpty ? [] : lists[value()] ?? [] }
    var lists: [String: [MasterRecord]] = [:]
    for id in try session.find(name, [:]) {
      guard let record = try read(table, id), isUsed(record) else { continue }
      lists[key(record), default: []].append(record)
    }
    cache.keep(all: lists, table)
    return lists[value()] ?? []
  }

  private func read(_ table: TableLayout, _ id: Guid) throws -> MasterRecord? {
    try session.values(of: table, id).map { MasterRecord(table: table, id: id, values: $0) }
  }

  /// Whether the company works with posting groups at all. One that has none sells without them, and
  /// without VAT.
  func hasPostingGroups() throws -> Bool {
    let name = "Gen. Product Posting Group"
    guard session.schema[name] != nil else { return false }
    return try !records(name, by: { _ in "" }, where: { _ in true }, "").isEmpty
  }

  func currency(_ code: String) throws -> CurrencyTerms {
    guard !code.isEmpty else { return try setup().localTerms }
    guard let currency = try record("Currency", code) else {
      throw Refusal("there is no currency '\(code)'")
    }
    return try CurrencyTerms(
      amount: currency.number("Amount Rounding Precision"),
      unit: currency.number("Unit-Amount Rounding Precision"),
      vatRounding: currency.option("VAT Rounding Type"),
      invoice: currency.number("Invoice Rounding Precision"),
      invoiceRounding: currency.option("Invoice Rounding Type"), of: "Currency '\(code)'")
  }

  /// What is missing of a currency, and the way out.
  static func lacksRate(_ code: String, on date: DateValue) -> String {
    "there is no Currency Exchange Rate for currency '\(code)' with a Starting Date up to \(date); "
      + "add one there"
  }

  /// The factor of a currency on a day; nil where it has no rate by then (DA-41).
  func factor(of code: String, on date: DateValue) throws -> DecimalValue? {
    let rows = try records("Currency Exchange Rate", "Currency Code", code)
    let row = rows.filter { ($0.date("Starting Date") ?? .first) <= date }
      .max { ($0.date("Starting Date") ?? .first) < ($1.date("Starting Date") ?? .first) }
    guard let row else { return nil }
    do {
      let relational = row.text("Relational Currency Code")
      var base: CurrencyFactor?
      if !relational.isEmpty, relational != code,
        let stored = try factor(of: relational, on: date)
      {
        base = try CurrencyFactor(stored: stored)
      }
      let factor = try CurrencyFactor(
        exchangeRateAmount: row.number("Exchange Rate Amount"),
        relationalAmount: row.number("Relational Exch. Rate Amount"), ofRelationalCurrency: base)
      return try factor.ratio.rounded(to: RoundingPrecision(DecimalValue(units: 1)))
    } catch let refusal as AmountRefusal {
      throw Refusal("the exchange rate of currency '\(code)': \(refusal.sentence)")
    }
  }

  /// What VAT two groups come to; nil where neither is named (DK-4).
  func vat(business: String, product: String) throws -> LineVAT? {
    guard !product.isEmpty else { return nil }
    let groups = Self.key(business, product)
    if let known = cache.vat(groups) { return known }
    guard let setup = try record(Self.vatTable, business, product) else {
      throw Refusal(
        "there is no VAT posting setup for the groups '\(business)' and '\(product)'")
    }
    let type = VATCalculationType(rawValue: Int(setup.option("VAT Calculation Type"))) ?? .normal
    let vat = LineVAT(
      identifier: setup.text("VAT Identifier"), calculationType: type,
      setupPercent: setup.option("VAT Calculation Type") == 4 ? 0 : setup.number("VAT %"))
    cache.keep(vat, groups)
    return vat
  }

  static let vatTable = "VAT Posting Setup"
  /// What to do where two groups have none.
  static let addsVAT = "add it to VAT Posting Setup, with its VAT %"
}

import DefaultMappings
import EmbeddedSystems
import MapRuntime
import Testing

/// A company of Business Central with two VAT rates, a customer and a few things to sell.
struct SampleCompany {
  private let file = TemporaryFile()
  let system: EmbeddedSystem
  let company: Company

  /// Today is 2026-03-10.
  static let today = DateValue(year: 2026, month: 3, day: 10)

  init(tables: [TableDescription] = Program.tables) throws {
    let clock = SystemClock { DateTimeValue(midnightOf: Self.today ?? .first) }
    system = try EmbeddedSystem(
      path: file.path, side: .bc, tables: tables, clock: clock)
    company = try system.createCompany("CRONUS")
    let states = try [
      state("VAT Business Posting Group", ["Code": "DOMESTIC"]),
      state("VAT Product Posting Group", ["Code": "STANDARD"]),
      state("VAT Product Posting Group", ["Code": "REDUCED"]),
      state("Gen. Business Posting Group", ["Code": "DOMESTIC"]),
      state("Gen. Product Posting Group", ["Code": "RETAIL"]),
      vat("STANDARD", "19"), vat("REDUCED", "7"),
      state(
        "G/L Account", ["No.": "6610", "Name": "Freight", "VAT Prod. Posting Group": "STANDARD"]),
      state(
        "G/L Account", ["No.": "9140", "Name": "Rounding", "VAT Prod. Posting Group": "STANDARD"]),
      state("Customer Posting Group", ["Code": "DOMESTIC", "Invoice Rounding Account": "9140"]),
      state("Unit of Measure", ["Code": "PCS", "Description": "Piece"]),
      state("Unit of Measure", ["Code": "BOX", "Description": "Box"]),
      state(
        "Payment Terms",
        ["Code": "14 DAYS", "Due Date Calculation": "14D", "Discount Date Calculation": "8D"],
        ["Discount %": 2]),
    ]
    try system.create(together: states, company: company).get()
    try make("Customer", customer)
    try make("Item", item("1000", "Bicycle", "STANDARD", 100))
    try make("Item", item("2000", "Book", "REDUCED", 10))
    try make(
      "Item Unit of Measure",
      ["Item No.": .text("1000"), "Code": .text("BOX"), "Qty. per Unit of Measure": .decimal(12)])
  }

  private let customer: [String: Value] = [
    "No.": .text("10000"), "Name": .text("Adatum"), "Address": .text("Station Road 21"),
    "City": .text("Cambridge"), "Post Code": .text("CB1 2FB"), "E-Mail": .text("a@adatum.test"),
    "Customer Posting Group": .text("DOMESTIC"), "Gen. Bus. Posting Group": .text("DOMESTIC"),
    "VAT Bus. Posting Group": .text("DOMESTIC"),
  ]

  private func item(
    _ number: String, _ name: String, _ group: String, _ price: DecimalValue
  ) -> [String: Value] {
    [
      "No.": .text(number), "Description": .text(name), "Base Unit of Measure": .text("PCS"),
      "Unit Price": .decimal(price), "Gen. Prod. Posting Group": .text("RETAIL"),
      "VAT Prod. Posting Group": .text(group),
    ]
  }

  private func vat(_ group: String, _ percent: String) throws -> StatedRecord {
    state(
      "VAT Posting Setup",
      [
        "VAT Bus. Posting Group": "DOMESTIC", "VAT Prod. Posting Group": group,
        "VAT Identifier": "VAT\(percent)",
      ], ["VAT %": try DecimalValue(parsing: percent)])
  }

  private func state(
    _ table: String, _ texts: [String: String], _ numbers: [String: DecimalValue] = [:]
  ) -> StatedRecord {
    StatedRecord(
      table, id: system.newID(),
      texts.mapValues(Value.text).merging(numbers.mapValues(Value.decimal)) { first, _ in first })
  }
}

/// What people do.
extension SampleCompany {
  @discardableResult
  func make(_ table: String, _ fields: [String: Value]) throws -> Guid {
    try system.create(table, fields, company: company).get()
  }

  func change(_ table: String, _ id: Guid, _ fields: [String: Value]) throws {
    #expect(try system.change(table, id, fields, company: company).get())
  }

  func record(_ table: String, _ id: Guid) throws -> [String: Value] {
    try #require(try system.record(table, id, company: company))
  }

  /// Records whose fields hold given values, in the order of a field.
  func records(
    _ table: String, _ fields: [String: Value] = [:], by order: String = "Line No."
  ) throws -> [[String: Value]] {
    try system.find(table, fields, company: company).map { try record(table, $0) }
      .sorted { ($0[order]?.integer ?? 0) < ($1[order]?.integer ?? 0) }
  }

  /// Changes the one record of a setup table.
  func setUp(_ table: String, _ fields: [String: Value]) throws {
    let id = try #require(try system.find(table, company: company).first)
    try change(table, id, fields)
  }

  /// Why the system does not do something.
  func refusal<Result: Sendable>(
    _ body: @Sendable (WriteSession) throws -> Result
  ) throws -> String? {
    if case .failure(let refusal) = try system.act(company: company, body) {
      refusal.sentence
    } else {
      nil
    }
  }

  @discardableResult
  func act<Result: Sendable>(
    _ body: @Sendable (WriteSession) throws -> Result
  ) throws -> Result {
    try system.act(company: company, body).get()
  }

  /// An order of a customer with lines of items, each with quantity, and a price where it has one of
  /// its own.
  func order(
    _ lines: [(item: String, quantity: DecimalValue, price: DecimalValue?)],
    type: Int32 = 1, _ fields: [String: Value] = [:]
  ) throws -> Guid {
    let type = Value.option(OptionValue(type))
    let header = ["Document Type": type, "Sell-to Customer No.": .text("10000")]
    let order = try make("Sales Header", header.merging(fields) { _, new in new })
    for line in lines { try add(line, to: order) }
    return order
  }

  @discardableResult
  func add(
    _ line: (item: String, quantity: DecimalValue, price: DecimalValue?), to order: Guid
  ) throws -> Guid {
    let header = try record("Sales Header", order)
    var fields: [String: Value] = [
      "Document Type": header["Document Type"] ?? .empty, "Document No.": header["No."] ?? .empty,
      "Type": .option(OptionValue(2)), "No.": .text(line.item),
      "Quantity": .decimal(line.quantity),
    ]
    if let price = line.price { fields["Unit Price"] = .decimal(price) }
    return try make("Sales Line", fields)
  }

  func lines(of order: Guid) throws -> [[String: Value]] {
    let header = try record("Sales Header", order)
    return try records(
      "Sales Line",
      ["Document Type": header["Document Type"] ?? .empty, "Document No.": header["No."] ?? .empty])
  }

  func line(_ number: Int64, of order: Guid) throws -> Guid {
    let line = try lines(of: order).first { $0["Line No."] == .integer(number) }
    return try #require(line?["SystemId"]?.guid)
  }
}

extension [String: Value] {
  func number(_ field: String) -> DecimalValue { self[field]?.decimal ?? 0 }
  func text(_ field: String) -> String { self[field]?.description ?? "" }
}

/// A number as it is written.
func number(_ text: String) -> DecimalValue {
  do { return try DecimalValue(parsing: text) } catch { fatalError("'\(text)' is no number") }
}

import DefaultMappings
import EmbeddedSystems
import MapDocuments
import MapRuntime
import MapStoreSQLite
import MapSync
import Testing

/// A company that has every VAT rate, item, currency and customer that the orders of `taken.tsv` name,
/// and Sales beside it: both on SQLite, with the shipped mappings between them.
struct OrderShop {
  private let folder: TemporaryFolder
  let bc: EmbeddedSystem
  let sales: EmbeddedSystem
  let company: Company
  let integration: Integration
  private let currencies: [Int: Guid]
  private var accounts: [Bool: Guid] = [:]
  private var products: [String: Guid] = [:]

  private static let rates: [(identifier: String, percent: String)] = [
    ("A", "19"), ("B", "7"), ("C", "0"), ("D", "20"), ("E", "25"), ("F", "5.5"), ("G", "7.7"),
    ("H", "8.1"), ("I", "10"), ("J", "21"), ("K", "12.5"),
  ]

  init() async throws {
    let time = WorldTime()
    let clock = SystemClock { time.now }
    folder = try TemporaryFolder()
    bc = try EmbeddedSystem(
      path: folder.path("bc.sqlite"), side: .bc, tables: Program.tables, clock: clock)
    sales = try EmbeddedSystem(
      path: folder.path("sales.sqlite"), side: .sales, tables: Program.tables, clock: clock)
    company = try bc.createCompany("CRONUS")
    let system = sales
    _ = try sales.create(
      "bcbi_company", id: company.id, ["bcbi_name": .text("CRONUS")], by: .system
    ).get()
    var currencies: [Int: Guid] = [:]
    for (places, code) in [(2, "USD"), (0, "JPY"), (3, "KWD")] {
      currencies[places] = try system.create(
        "transactioncurrency",
        [
          "isocurrencycode": .text(code), "currencyname": .text(code),
          "currencysymbol": .text(code), "exchangerate": .decimal(1),
          "currencyprecision": .integer(Int64(places)),
        ], by: .system
      ).get()
    }
    self.currencies = currencies
    let local = try #require(currencies[2])
    try sales.setCurrency(local)
    _ = try sales.create(
      "organization",
      [
        "name": .text("Adatum"), "pricingdecimalprecision": .integer(4),
        "issopintegrationenabled": .boolean(true),
        "basecurrencyid": .lookup(Lookup(table: "transactioncurrency", id: local)),
      ], by: .system
    ).get()
    integration = Integration(
      mappings: Program.mappings([
        "person-ownership", "single-units", "price-lists", "one-way-orders",
      ]).map { BoundMapping($0) },
      bc: EmbeddedStore(bc, company: company), sales: EmbeddedStore(sales: sales),
      state: try SQLiteState.make(folder.path("state.sqlite"), company: company.id),
      company: company.id, tables: Program.tables,
      settings: [
        "auto-create-sales-orders": .boolean(false), "freight-account": .text("6810"),
        "write-in-product-type": .option(OptionValue(0)),
        "write-in-product-number": .text("WRITE-IN"),
      ],
      writeInProducts: Program.writeInProducts,
      localCurrency: Lookup(table: "transactioncurrency", id: local), clock: { time.now }
    ).withDocuments()
    try bc.create(together: try Self.setup(bc), company: company).get()
    for (places, code) in [(0, "JPY"), (3, "KWD")] {
      let currency = try #require(
        try bc.find("Currency", ["Code": .text(code)], company: company).first)
      try await couple("CURRENCY", currency, try #require(currencies[places]))
    }
    for isGross in [false, true] {
      let customer = try #require(
        try bc.find(
          "Customer", ["No.": .text(Self.customer(isGross: isGross))], company: company
        ).first)
      let account = try sales.create(
        "account",
        [
          "name": .text(Self.customer(isGross: isGross)),
          "customertypecode": .option(OptionValue(3)),
        ], by: .system
      ).get()
      try await couple("CUSTOMER", customer, account)
      accounts[isGross] = account
    }
    let group = try sales.create(
      "uomschedule", ["name": .text("Pieces"), "baseuomname": .text("PCS")], by: .system
    ).get()
    let unit = try #require(try sales.find("uom").first)
    try await makeProducts("Item", "ITEM-PRODUCT", type: 1, group, unit)
    try await makeProducts("Resource", "RESOURCE-PRODUCT", type: 3, group, unit)
  }

  private mutating func makeProducts(
    _ table: String, _ mapping: String, type: Int32, _ group: Guid, _ unit: Guid
  ) async throws {
    for id in try bc.find(table, company: company) {
      guard let number = try bc.record(table, id, company: company)?["No."]?.text,
        number != "WRITE-IN"
      else { continue }
      let product = try sales.create(
        "product",
        [
          "name": .text(number), "productnumber": .text(number), "quantitydecimal": .integer(5),
          "producttypecode": .option(OptionValue(type)), "statecode": .option(OptionValue(0)),
          "defaultuomscheduleid": .lookup(Lookup(table: "uomschedule", id: group)),
          "defaultuomid": .lookup(Lookup(table: "uom", id: unit)),
        ], by: .system
      ).get()
      try await couple(mapping, id, product)
      products[number] = product
    }
  }

  private func couple(_ name: String, _ bc: Guid, _ sales: Guid) async throws {
    let mapping = try #require(integration.mapping(name))
    #expect(
      try await Coupler(integration).couple(mapping, bc: bc, sales: sales) == .coupled)
  }
}

/// What Business Central has.
extension OrderShop {
  private static func customer(isGross: Bool) -> String { isGross ? "GROSS" : "NET" }

  private static func setup(_ bc: EmbeddedSystem) throws -> [StatedRecord] {
    func state(_ table: String, _ fields: [String: Value]) -> StatedRecord {
      StatedRecord(table, id: bc.newID(), fields)
    }
    var records = [
      state("VAT Business Posting Group", ["Code": .text("DOMESTIC")]),
      state("Unit of Measure", ["Code": .text("PCS")]),
      state(
        "G/L Account",
        [
          "No.": .text("6810"), "Name": .text("Freight"), "Direct Posting": .boolean(true),
          "VAT Prod. Posting Group": .text("A"),
        ]),
    ]
    for (code, step) in [("JPY", "1"), ("KWD", "0.001")] {
      records.append(
        state(
          "Currency",
          [
            "Code": .text(code),
            "Amount Rounding Precision": .decimal(try DecimalValue(parsing: step)),
          ]))
      records.append(
        state(
          "Currency Exchange Rate",
          [
            "Currency Code": .text(code),
            "Starting Date": .date(DateValue(year: 2020, month: 1, day: 1) ?? .first),
            "Exchange Rate Amount": .decimal(3), "Relational Exch. Rate Amount": .decimal(7),
          ]))
    }
    for isGross in [false, true] {
      records.append(
        state(
          "Customer",
          [
            "No.": .text(customer(isGross: isGross)), "Name": .text("Adatum"),
            "VAT Bus. Posting Group": .text("DOMESTIC"), "Prices Including VAT": .boolean(isGross),
          ]))
    }
    for (identifier, percent) in rates {
      records.append(state("VAT Product Posting Group", ["Code": .text(identifier)]))
      records.append(
        state(
          "VAT Posting Setup",
          [
            "VAT Bus. Posting Group": .text("DOMESTIC"),
            "VAT Prod. Posting Group": .text(identifier), "VAT Identifier": .text(identifier),
            "VAT %": .decimal(try DecimalValue(parsing: percent)),
          ]))
      for (isWithVAT, isAllowed) in [(false, true), (false, false), (true, true), (true, false)] {
        let line = OrderLine(identifier, isWithVAT: isWithVAT, isAllowed: isAllowed)
        records += item(line.item, line, state)
      }
      records += [
        state(
          "Resource",
          [
            "No.": .text("R-" + identifier), "Name": .text("Work"),
            "Base Unit of Measure": .text("PCS"), "VAT Prod. Posting Group": .text(identifier),
          ]),
        state(
          "Resource Unit of Measure",
          [
            "Resource No.": .text("R-" + identifier), "Code": .text("PCS"),
            "Qty. per Unit of Measure": .decimal(1),
          ]),
      ]
    }
    return records + item("WRITE-IN", OrderLine("A", isWithVAT: false, isAllowed: true), state)
  }

  private static func item(
    _ number: String, _ line: OrderLine, _ state: (String, [String: Value]) -> StatedRecord
  ) -> [StatedRecord] {
    [
      state(
        "Item",
        [
          "No.": .text(number), "Description": .text("Goods"), "Type": .option(OptionValue(2)),
          "Base Unit of Measure": .text("PCS"), "Unit Price": .decimal(1),
          "Price Includes VAT": .boolean(line.isWithVAT),
          "VAT Bus. Posting Gr. (Price)": .text(line.isWithVAT ? "DOMESTIC" : ""),
          "VAT Prod. Posting Group": .text(line.identifier),
          "Allow Invoice Disc.": .boolean(line.isAllowed),
        ]),
      state(
        "Item Unit of Measure",
        [
          "Item No.": .text(number), "Code": .text("PCS"),
          "Qty. per Unit of Measure": .decimal(1),
        ]),
    ]
  }
}

/// What people do in Sales.
extension OrderShop {
  /// Submitted orders, as rows of the oracle have them; by their rows' numbers.
  func submit(_ orders: some Sequence<TakenRow>) throws -> [String: Guid] {
    var ids: [String: Guid] = [:]
    var records: [StatedRecord] = []
    for order in orders {
      let id = sales.newID()
      ids[order.number] = id
      let account = try #require(accounts[order.isGross])
      let currency = try #require(currencies[order.places])
      records.append(
        StatedRecord(
          "salesorder", id: id,
          [
            "ordernumber": .text("ORD-" + order.number), "name": .text("Order " + order.number),
            "customerid": .lookup(Lookup(table: "account", id: account)),
            "transactioncurrencyid": .lookup(Lookup(table: "transactioncurrency", id: currency)),
            "statecode": .option(OptionValue(1)), "discountamount": .decimal(order.discount),
            "discountpercentage": .decimal(order.percent),
            "freightamount": .decimal(order.freight),
          ]))
      for (index, line) in order.lines.enumerated() {
        var fields: [String: Value] = [
          "salesorderid": .lookup(Lookup(table: "salesorder", id: id)),
          "sequencenumber": .integer(Int64(index + 1)), "quantity": .decimal(line.quantity),
          "priceperunit": .decimal(line.price), "volumediscountamount": .decimal(line.volume),
          "manualdiscountamount": .decimal(line.manual), "tax": .decimal(line.tax),
        ]
        if let number = line.product {
          fields["productid"] = .lookup(
            Lookup(table: "product", id: try #require(products[number])))
        } else {
          fields["productdescription"] = .text("Something else")
        }
        records.append(StatedRecord("salesorderdetail", id: sales.newID(), fields))
      }
    }
    try sales.create(together: records).get()
    return ids
  }

  func synchronize(_ name: String) async throws {
    _ = try await Synchronizer(integration).synchronize(
      try #require(integration.mapping(name)))
  }

  /// The BC order of a Sales order.
  func document(of order: Guid) async throws -> Guid? {
    let mapping = try #require(integration.mapping("ORDER"))
    return try await integration.state.couplings(mapping.pair, .sales, ids: [order])[0]?.bcID
  }
}

import GRDB
import MapRuntime

/// What documents will ask of a company's setup.
public struct DocumentDemand: Sendable {
  /// A product or an account that lines will sell.
  public struct Sold: Hashable, Sendable {
    /// The table that a line's No. is of, and the number.
    public let table: String
    public let number: String
    /// What it stands for, for people.
    public let shown: String
    /// What names it, for people; nil where nothing can be changed.
    public let source: String?

    public init(_ table: String, _ number: String, shown: String, source: String?) {
      self.table = table
      self.number = number
      self.shown = shown
      self.source = source
    }

    /// A G/L account.
    public static func account(_ number: String, shown: String, source: String?) -> Self {
      Self("G/L Account", number, shown: shown, source: source)
    }
  }

  public var quotes: Bool
  public var orders: Bool
  /// Whether what is ordered is posted here, too.
  public var postings: Bool
  /// Whether it is asked what orders came to that are invoiced and gone.
  public var archivedOrders: Bool
  public var sold: [Sold]

  public init(
    quotes: Bool = false, orders: Bool = false, postings: Bool = false,
    archivedOrders: Bool = false, sold: [Sold] = []
  ) {
    self.quotes = quotes
    self.orders = orders
    self.postings = postings
    self.archivedOrders = archivedOrders
    self.sold = sold
  }

  public var isEmpty: Bool { !quotes && !orders && !postings && sold.isEmpty }

  fileprivate var numbered: [NumberedDocument] {
    (quotes ? [.quote] : []) + (orders ? [.order] : [])
      + (postings ? [.shipment, .postedInvoice] : [])
  }
}

extension EmbeddedSystem {
  /// What a company's setup lacks of what documents will ask of it: what Business Central would refuse
  /// their headers, lines and postings for, told before there is one (F18).
  public func lacks(
    of demand: DocumentDemand, in company: Company
  ) throws(SystemFailure) -> [SetupLack] {
    guard !demand.isEmpty else { return [] }
    return try read { db in
      let session = try WriteSession(db, self, author: .system, company: company.number)
      return try DocumentReadiness(data: CompanyData(session: session), demand: demand).lacks()
    }
  }
}

/// Asks a company's setup what documents will ask of it.
private struct DocumentReadiness {
  let data: CompanyData
  let demand: DocumentDemand

  func lacks() throws -> [SetupLack] {
    let setup: CompanySetup
    do {
      setup = try data.setup()
    } catch let refusal as Refusal {
      return [
        SetupLack(
          message: refusal.sentence, help: "give it a precision above 0",
          stops: Set(SetupLack.Use.allCases))
      ]
    }
    let customers = try groups(of: "Customer", "VAT Bus. Posting Group")
    return try numbers(setup) + archive(setup) + rounding(setup) + currencies(setup) + products()
      + taxes(customers) + sold(customers)
  }

  /// Why Business Central would not; nil where it would.
  private func refusal(_ body: () throws -> Void) throws -> String? {
    do {
      try body()
      return nil
    } catch let refusal as Refusal {
      return refusal.sentence
    }
  }

  /// The number series that the setup names. A company that names none counts by itself (DI-5).
  private func numbers(_ setup: CompanySetup) throws -> [SetupLack] {
    try demand.numbered.compactMap { document in
      guard let code = setup.series[document],
        let why = try refusal({ try data.session.checkNumbers(of: code, on: data.today) })
      else { return nil }
      return SetupLack(
        message: "'\(document.rawValue)' of Sales & Receivables Setup: \(why)",
        help: "give the series '\(code)' a line that is open today and 'Default Nos.', or name "
          + "another series there", stops: document.stops)
    }
  }

  /// What orders came to last is known of their copies alone (R F-4, F-13).
  private func archive(_ setup: CompanySetup) throws -> [SetupLack] {
    guard demand.archivedOrders, !setup.archivesOrders else { return [] }
    let table = "Sales & Receivables Setup"
    return [
      SetupLack(
        message:
          "'Archive Orders' of \(table) is off, and both sides work on orders: what is changed and "
          + "shipped last before an order is invoiced would never show in Sales",
        help: "mapsync record change '\(table)' '' 'Archive Orders=true'", stops: [.orders])
    ]
  }

  /// The accounts of rounding lines (DD-2).
  private func rounding(_ setup: CompanySetup) throws -> [SetupLack] {
    guard demand.postings, setup.invoiceRounding else { return [] }
    return try groups(of: "Customer", "Customer Posting Group").compactMap { group in
      guard !group.code.isEmpty else {
        return SetupLack(
          message: "\(group.shown("customer")) no Customer Posting Group, which names the account "
            + "of invoice rounding",
          help: "give each customer its posting group, or switch 'Invoice Rounding' off in Sales & "
            + "Receivables Setup", stops: [.postings])
      }
      let account = try data.record("Customer Posting Group", group.code)?
        .text("Invoice Rounding Account")
      guard try account.flatMap({ try data.record("G/L Account", $0) }) == nil else { return nil }
      return SetupLack(
        message: "customer posting group '\(group.code)' names no Invoice Rounding Account",
        help: "name one there, or switch 'Invoice Rounding' off in Sales & Receivables Setup",
        stops: [.postings])
    }
  }

  /// The exchange rates of the currencies in which customers buy (DA-41).
  private func currencies(_ setup: CompanySetup) throws -> [SetupLack] {
    guard demand.quotes || demand.orders else { return [] }
    let customers = try groups(of: "Customer", "Currency Code")
    return try customers.compactMap { group in
      guard !group.code.isEmpty, group.code != setup.localCurrency,
        try data.factor(of: group.code, on: data.today) == nil
      else { return nil }
      return SetupLack(
        message: "\(group.shown("customer")) Currency Code '\(group.code)': "
          + CompanyData.lacksRate(group.code, on: data.today),
        help: "add its rate to Currency Exchange Rate; until then no quote and no order in it is "
          + "taken in", stops: [.quotes, .orders], isOfSome: true)
    }
  }

  /// The posting groups of what lines sell (DK-2).
  private func products() throws -> [SetupLack] {
    guard demand.quotes || demand.orders, try data.hasPostingGroups() else { return [] }
    return try [("Item", "item"), ("Resource", "resource")].compactMap { table, noun in
      let groups = try groups(of: table, "Gen. Prod. Posting Group")
      guard let without = groups.first(where: { $0.code.isEmpty }) else { return nil }
      return SetupLack(
        message:
          "\(without.shown(noun)) no Gen. Prod. Posting Group, without which no line sells it",
        help: "give each \(noun) its group, or block it", stops: [.quotes, .orders],
        isOfSome: groups.count > 1)
    }
  }

  /// The VAT posting setup of each group of customers with each group of what lines sell (DK-4).
  private func taxes(_ customers: [MasterGroup]) throws -> [SetupLack] {
    guard demand.quotes || demand.orders else { return [] }
    var sold = try groups(of: "Item", "VAT Prod. Posting Group")
    let known = Set(sold.map(\.code))
    sold += try groups(of: "Resource", "VAT Prod. Posting Group").filter {
      !known.contains($0.code)
    }
    let lacks = try customers.flatMap { customer in
      try sold.compactMap { product in
        try vat(customer, product.code, of: "'\(product.first)'")
      }
    }
    return lacks.count < customers.count * sold.count ? lacks.map(\.ofSome) : lacks
  }

  private func vat(
    _ customer: MasterGroup, _ product: String, of shown: String
  ) throws -> SetupLack? {
    try refusal { _ = try data.vat(business: customer.code, product: product) }.map { why in
      SetupLack(
        message: "\(why), of customer '\(customer.first)' and \(shown)",
        help: CompanyData.addsVAT, stops: [.quotes, .orders])
    }
  }

  /// What the setup of the integration names to be sold.
  private func sold(_ customers: [MasterGroup]) throws -> [SetupLack] {
    try demand.sold.flatMap { one -> [SetupLack] in
      let record = try data.record(one.table, one.number)
      let name = "\(one.shown) is \(one.table) '\(one.number)'"
      let other = one.source.map { ", or give \($0) another value" } ?? ""
      guard let record else {
        return [
          SetupLack(
            message: "\(name), which is not there", help: "create it\(other)",
            stops: [.quotes, .orders], sold: one)
        ]
      }
      if let why = try refusal({ try sell(one, record, customers) }) {
        return [
          SetupLack(
            message: "\(name): \(why)", help: "change it there\(other)",
            stops: [.quotes, .orders], sold: one)
        ]
      }
      guard one.table == LineType.account.table else { return [] }
      let lacks = try customers.compactMap {
        try vat($0, record.text("VAT Prod. Posting Group"), of: "\(one.table) '\(one.number)'")
      }
      return lacks.count < customers.count ? lacks.map(\.ofSome) : lacks
    }
  }

  /// Puts it on a line that is never written, for customers with whom it has a VAT posting setup.
  private func sell(
    _ sold: DocumentDemand.Sold, _ record: MasterRecord, _ customers: [MasterGroup]
  ) throws {
    let types: [LineType] = [.account, .item, .resource]
    let product = record.text("VAT Prod. Posting Group")
    let group = try customers.first { customer in
      try refusal { _ = try data.vat(business: customer.code, product: product) } == nil
    }
    guard let type = types.first(where: { $0.table == sold.table }),
      let tables = data.session.schema.business,
      let group = product.isEmpty ? "" : group?.code
    else { return }
    var header = BusinessRow(new: data.session.system.newID(), in: tables.headers)
    header.set(.vatBusPostingGroup, group)
    var document = try BusinessDocument(
      header, [], tables: tables, company: data, isTyped: false)
    let line = try document.addLine(data.session.system.newID())
    do {
      try document.assign(
        tables.lines.column(.type), .option(OptionValue(type.rawValue)), at: line)
      try document.assign(tables.lines.column(.number), .text(sold.number), at: line)
    } catch let refusal as Refusal {
      // Nobody knows that line.
      let place = document.shown(line: line) + ": "
      guard refusal.sentence.hasPrefix(place) else { throw refusal }
      throw Refusal(String(refusal.sentence.dropFirst(place.count)))
    }
  }
}

/// Records that have one value in a field.
private struct MasterGroup {
  let code: String
  let count: Int
  /// The number of the first of them.
  let first: String

  /// For people: one by its number, several by their count.
  func shown(_ noun: String) -> String {
    count == 1
      ? "\(noun) '\(first)' has" : "\(count) \(noun)s, '\(first)' the first of them, have"
  }
}

extension DocumentReadiness {
  /// The groups to which the records of a table belong that are not blocked, by a field.
  private func groups(of name: String, _ field: String) throws -> [MasterGroup] {
    guard let table = data.session.schema[name], let key = table.key.first,
      let column = table.column(field), let blocked = table.column("Blocked")
    else { return [] }
    let group = table.columns[column].sql
    let rows = try Row.fetchAll(
      data.session.db,
      sql: """
        SELECT \(group), COUNT(*), MIN(\(table.columns[key].sql)) FROM \(table.sqlName) t
        WHERE "$company" = \(data.session.company) AND \(table.columns[blocked].sql) = 0
        GROUP BY 1 ORDER BY 1
        """)
    return rows.compactMap { row in
      // What a damaged file holds is told of its records.
      guard let code = String.fromDatabaseValue(row[0]),
        let first = String.fromDatabaseValue(row[2])
      else { return nil }
      return MasterGroup(code: code, count: row[1], first: first)
    }
  }
}

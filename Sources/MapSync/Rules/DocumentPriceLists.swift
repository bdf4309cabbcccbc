import MapRuntime

/// `currency-price-list`: a document in Sales that comes of no order there has the price list of its
/// currency, which is made where it is missing, and what a document sells has a price in its list
/// (R H-5, H-13). Both are done before the document is written; what is there already stays.
package struct DocumentPriceLists<Header: TableRecord, Line: TableRecord>: Sendable {
  /// A header with its price list, or why it gets none.
  package typealias Listed = Result<Header, RefusedDocument>

  private let context: RuleContext
  private let units: UnitTables
  private let prices: ProductPrices
  private let currencies: String
  private let list: Int
  private let currency: Int
  private let order: Int?
  private let product: Int
  private let unit: Int
  private let price: Int

  /// Nil where the mapping does not name the rule.
  package init?<Way: OneWay>(
    _ way: Way.Type, _ mapping: BoundMapping, _ integration: Integration
  ) throws(StoreFailure) where Way.Target == Header {
    let rule = NamedRule.currencyPriceList
    guard mapping.policy.rules.contains(rule.rawValue), Way.direction == rule.direction else {
      return nil
    }
    context = RuleContext(
      integration: integration, mapping: mapping, direction: Way.direction,
      slots: Way.Mapping.slots(Way.direction), source: Way.Source.table, target: Header.table,
      values: integration.run)
    guard let units = UnitTables(integration),
      let lines = integration.table(.sales, Line.table.name),
      let product = Self.product(lines, units, integration),
      let prices = ProductPrices(context, units, of: product.table),
      let list = context.columns(referringTo: prices.lists).first,
      let currencies = DefaultPriceList.currencies(context),
      let currency = context.columns(referringTo: currencies).first,
      let unit = RuleContext.columns(of: Line.table, referringTo: units.unit, integration).first,
      let price = Line.table.column("priceperunit")
    else { throw context.unfit(rule, "finds no price lists with lines for what it sells") }
    self.units = units
    self.prices = prices
    self.currencies = currencies
    self.list = list
    self.currency = currency
    order = context.columns(referringTo: "salesorder").first
    self.product = product.column
    self.unit = unit
    self.price = price
  }

  /// What lines sell: the one table they refer to whose records have units themselves and prices.
  private static func product(
    _ lines: TableDescription, _ units: UnitTables, _ integration: Integration
  ) -> (table: String, column: Int)? {
    let priced = integration.tables.filter { $0.side == .sales && $0.field("amount") != nil }
    for field in lines.fields {
      guard let table = field.refersTo.first?.table, table != units.unit,
        let column = Line.table.column(field.name),
        integration.table(.sales, table)?.field(referringTo: units.unit) != nil,
        priced.contains(where: { $0.field(referringTo: table) != nil })
      else { continue }
      return (table, column)
    }
    return nil
  }

  /// Gives documents their lists, and the lists the prices of their lines.
  ///
  /// - Parameter documents: New headers, and the lines of each.
  /// - Returns: A result for each, in order.
  package func listed(
    _ documents: [(header: Header, lines: [Line])]
  ) async throws(StoreFailure) -> [Listed] {
    var headers = documents.map { RecordValues(of: $0.header) }
    var refusals = [String?](repeating: nil, count: documents.count)
    try await giveLists(&headers, &refusals)
    try await addPrices(documents.map(\.lines), headers, &refusals)
    return zip(headers, refusals).map { header, refusal in
      refusal.map { .failure(RefusedDocument($0)) } ?? .success(Header(reading: header))
    }
  }

  private func giveLists(
    _ headers: inout [RecordValues], _ refusals: inout [String?]
  ) async throws(StoreFailure) {
    var open: [Guid: [Int]] = [:]
    for index in headers.indices {
      // What came of an order has its list, or none (R H-4).
      guard headers[index][list].isEmpty, order.map({ headers[index][$0].isEmpty }) ?? true else {
        continue
      }
      if let currency = currency(of: headers[index]) {
        open[currency.id, default: []].append(index)
      } else {
        refusals[index] = "it has no price list: Sales has no record of the local currency"
      }
    }
    let codes = try await context.store.rows(
      of: currencies, ["isocurrencycode"], ids: open.keys.sorted())
    let names = Dictionary(codes.map { ($0.id, $0.values.first?.text) }) { first, _ in first }
    for (id, places) in open.sorted(by: { $0.key < $1.key }) {
      let found = try await priceList(in: id, code: names[id] ?? nil)
      for place in places {
        switch found {
        case .success(let own): headers[place][list] = .lookup(Lookup(table: prices.lists, id: own))
        case .failure(let refusal):
          refusals[place] = "its price list could not be made: \(refusal.sentence)"
        }
      }
    }
  }

  private func currency(of header: RecordValues) -> Lookup? {
    header[currency].lookup ?? context.integration.localCurrency
  }

  /// The list of a currency, made where it is missing.
  private func priceList(
    in currency: Guid, code: String?
  ) async throws(StoreFailure) -> Result<Guid, RuleWrites.Refusal> {
    let isLocal = context.integration.localCurrency?.id == currency
    let name: String
    if isLocal {
      name = DefaultPriceList.name
    } else if let code, !code.isEmpty {
      name = "Price List in \(code)"
    } else {
      return .failure(RuleWrites.Refusal(sentence: "its currency is gone in Sales"))
    }
    guard let lists = DefaultPriceList(prices.lists, context, name: name) else {
      return .failure(RuleWrites.Refusal(sentence: "price lists have no currency"))
    }
    return try await lists.found(or: context, Lookup(table: currencies, id: currency))
  }

  private func addPrices(
    _ lines: [[Line]], _ headers: [RecordValues], _ refusals: inout [String?]
  ) async throws(StoreFailure) {
    var sold: [Guid: [Sold]] = [:]
    for (document, header) in headers.enumerated() where refusals[document] == nil {
      guard let own = header[list].lookup?.id else { continue }
      for line in lines[document] {
        let values = RecordValues(of: line)
        guard let product = values[product].lookup?.id, let unit = values[unit].lookup?.id,
          let amount = values[price].decimal, amount > .zero
        else { continue }
        sold[own, default: []].append(
          Sold(document: document, product: product, unit: unit, amount: amount))
      }
    }
    let groups = try await units.groups(of: Set(sold.values.joined().map(\.unit)))
    for (own, sold) in sold.sorted(by: { $0.key < $1.key }) {
      guard let first = sold.first, let currency = currency(of: headers[first.document]) else {
        continue
      }
      let wanted = sold.map { sold in
        ProductPrices.Line(
          product: sold.product, unit: sold.unit,
          group: groups[sold.unit].map { .lookup(Lookup(table: units.group, id: $0)) } ?? .empty,
          amount: sold.amount)
      }
      for (sold, refusal) in zip(sold, try await prices.add(wanted, to: own, currency)) {
        if let refusal {
          refusals[sold.document] = "a price could not be added to its price list: \(refusal)"
        }
      }
    }
  }
}

/// What a line of a document sells, and for how much.
private struct Sold {
  /// The place of its document.
  let document: Int
  let product: Guid
  let unit: Guid
  let amount: DecimalValue
}

import MapRuntime

/// `currency-price-list` and `document-price-list`: a document in Sales that has no price list gets
/// that of its currency (R H-5) or one of its own (R F-9), which is made where it is missing; and what
/// a document sells has a price in its list (R F-8, H-13). Both are done before the document is written.
///
/// A price that is there stays, but in a document's own list: there it follows the document.
package struct DocumentPriceLists<Header: TableRecord, Line: TableRecord>: Sendable {
  /// A header with its price list, or why it gets none.
  package typealias Listed = Result<Header, RefusedDocument>

  private let rule: NamedRule
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
    let rule = [NamedRule.documentPriceList, .currencyPriceList].first { rule in
      mapping.policy.rules.contains(rule.rawValue) && rule.direction == Way.direction
    }
    guard let rule else { return nil }
    self.rule = rule
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
  /// - Returns: A result for each, in order.
  package func listed(
    _ documents: [PricedDocument<Header, Line>]
  ) async throws(StoreFailure) -> [Listed] {
    var headers = documents.map { RecordValues(of: $0.header) }
    var refusals = [String?](repeating: nil, count: documents.count)
    if rule == .documentPriceList {
      try await giveOwnLists(documents, &headers, &refusals)
    } else {
      try await giveLists(&headers, &refusals)
    }
    try await addPrices(documents, headers, &refusals)
    return zip(headers, refusals).map { header, refusal in
      refusal.map { .failure(RefusedDocument($0)) } ?? .success(Header(reading: header))
    }
  }

  /// Lists of single documents, each under the id that its document gives it: a run that was killed
  /// after it made one finds it again (B6).
  private func giveOwnLists(
    _ documents: [PricedDocument<Header, Line>], _ headers: inout [RecordValues],
    _ refusals: inout [String?]
  ) async throws(StoreFailure) {
    let known = Set(documents.map(\.list)).union(headers.compactMap { $0[list].lookup?.id })
    let there = Set(
      try await context.store.rows(of: prices.lists, ["name"], ids: known.sorted()).map(\.id))
    let open = headers.indices.filter { index in
      headers[index][list].lookup.map { !there.contains($0.id) } ?? true
    }
    var made: [(index: Int, row: FieldRow)] = []
    var fields: [String] = []
    for index in open {
      let document = documents[index]
      headers[index][list] = .lookup(Lookup(table: prices.lists, id: document.list))
      guard !there.contains(document.list) else { continue }
      guard let currency = currency(of: headers[index]),
        let lists = DefaultPriceList(prices.lists, context, name: document.listName)
      else {
        refusals[index] = Self.withoutCurrency
        continue
      }
      let (names, values) = lists.identity(context, currency)
      fields = names
      made.append((index, FieldRow(id: document.list, values)))
    }
    let results = try await RuleWrites(context, prices.lists).create(made.map(\.row), fields)
    for (index, result) in zip(made.map(\.index), results) {
      guard case .failure(let refusal) = result else { continue }
      refusals[index] = "its price list could not be made: \(refusal.sentence)"
    }
  }

  private static var withoutCurrency: String {
    "it has no price list: Sales has no record of the local currency"
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
        refusals[index] = Self.withoutCurrency
      }
    }
    let codes = try await context.store.rows(
      of: currencies, ["isocurrencycode"], ids: open.keys.sorted())
    let names = Dictionary(codes.map { ($0.id, $0.values.first?.text) }) { first, _ in first }
    for (id, places) in open.sorted(by: { $0.key < $1.key }) {
      let found = try await priceList(in: id, code: names[id] ?? nil)
      for index in places {
        switch found {
        case .success(let own): headers[index][list] = .lookup(Lookup(table: prices.lists, id: own))
        case .failure(let refusal):
          refusals[index] = "its price list could not be made: \(refusal.sentence)"
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
    _ documents: [PricedDocument<Header, Line>], _ headers: [RecordValues],
    _ refusals: inout [String?]
  ) async throws(StoreFailure) {
    var sold: [Sold] = []
    for (index, header) in headers.enumerated() where refusals[index] == nil {
      guard let own = header[list].lookup?.id, let currency = currency(of: header) else {
        continue
      }
      for line in documents[index].lines {
        let values = RecordValues(of: line)
        guard let product = values[product].lookup?.id, let unit = values[unit].lookup?.id,
          let amount = values[price].decimal, amount > .zero
        else { continue }
        sold.append(
          Sold(
            document: index, list: own, currency: currency, product: product, unit: unit,
            amount: amount))
      }
    }
    let groups = try await units.groups(of: Set(sold.map(\.unit)))
    let wanted = sold.map { sold in
      ProductPrices.Listed(
        list: sold.list, currency: sold.currency,
        line: ProductPrices.Line(
          product: sold.product, unit: sold.unit,
          group: groups[sold.unit].map { .lookup(Lookup(table: units.group, id: $0)) } ?? .empty,
          amount: sold.amount),
        follows: sold.list == documents[sold.document].list)
    }
    for (sold, refusal) in zip(sold, try await prices.add(wanted)) {
      if let refusal {
        refusals[sold.document] = "a price could not be added to its price list: \(refusal)"
      }
    }
  }
}

/// A document that is to have a price list.
package struct PricedDocument<Header: TableRecord, Line: TableRecord>: Sendable {
  let header: Header
  let lines: [Line]
  /// The id of the list that it may get for itself.
  let list: Guid
  /// As people name the document; nil where it has no number.
  let number: String?

  package init(header: Header, lines: [Line], list: Guid, number: String?) {
    self.header = header
    self.lines = lines
    self.list = list
    self.number = number
  }

  /// What people call its own list.
  var listName: String { "Price List of \(number ?? list.description)" }
}

/// What a line of a document sells, and for how much.
private struct Sold {
  /// The index of its document.
  let document: Int
  let list: Guid
  let currency: Lookup
  let product: Guid
  let unit: Guid
  let amount: DecimalValue
}

import MapRuntime

/// `default-price-list`: Sales has a price list in local currency with one line for each product, at
/// its current price; a product without a price list gets it (R C-42; scenario PRC-003).
struct DefaultPriceListRule: PageRule {
  private let list: DefaultPriceList
  private let prices: ProductPrices
  private let context: RuleContext
  private let listColumn: Int
  private let price: Int
  private let unit: Int
  private let group: Int

  init(_ context: RuleContext) throws(StoreFailure) {
    guard let units = UnitTables(context.integration),
      let prices = ProductPrices(context, units),
      let list = DefaultPriceList(prices.lists, context),
      let listColumn = context.columns(referringTo: list.table).first,
      let price = context.target.column("price"),
      let unit = context.columns(referringTo: units.unit).first,
      let group = context.columns(referringTo: units.group).first
    else { throw context.unfit(.defaultPriceList, "finds no price lists with lines for products") }
    self.context = context
    self.list = list
    self.prices = prices
    self.listColumn = listColumn
    self.price = price
    self.unit = unit
    self.group = group
  }

  func prepare(_ rows: inout [RuleRow]) async throws(StoreFailure) {
    guard !rows.isEmpty else { return }
    guard let currency = context.integration.localCurrency else {
      for place in rows.indices {
        rows[place].failure =
          "it has no default price list: Sales has no record of the local currency"
      }
      return
    }
    switch try await list.found(or: context, currency) {
    case .success(let id):
      for place in rows.indices where rows[place].target[listColumn].isEmpty {
        rows[place].target[listColumn] = .lookup(Lookup(table: list.table, id: id))
      }
    case .failure(let refusal):
      for place in rows.indices {
        rows[place].failure = "its default price list could not be made: \(refusal.sentence)"
      }
    }
  }

  func finish(_ rows: inout [RuleRow]) async throws(StoreFailure) {
    guard !rows.isEmpty, let currency = context.integration.localCurrency else { return }
    // A product in a list that somebody chose has its price there.
    guard let own = try await list.id(context, currency) else { return }
    var places: [Int] = []
    var lines: [ProductPrices.Line] = []
    for place in rows.indices {
      let row = rows[place]
      guard let product = row.targetID, row.id(listColumn) == own, let unit = row.id(unit) else {
        continue
      }
      places.append(place)
      lines.append(
        ProductPrices.Line(
          product: product, unit: unit, group: row.target[group],
          amount: row.target[price].decimal ?? .zero))
    }
    let refusals = try await prices.keep(lines, in: own, currency)
    for (place, refusal) in zip(places, refusals) {
      if let refusal {
        rows[place].failure = "its line in the default price list: \(refusal)"
      }
    }
  }
}

import MapRuntime

/// The lines of price lists that hold the prices of products.
struct ProductPrices: Sendable {
  /// A product's price.
  struct Line: Sendable {
    let product: Guid
    let unit: Guid
    let group: Value
    let amount: DecimalValue
  }

  /// A product's price in a list.
  struct Listed: Sendable {
    let list: Guid
    let currency: Lookup
    let line: Line
    /// Whether a price that is there becomes this one; otherwise it stays.
    var follows = false
  }

  /// What stands once in a list (scenario PRC-012).
  private struct Place: Hashable {
    let list: Guid
    let product: Guid
    let unit: Guid
  }

  /// The table of the lists.
  let lists: String
  /// The table of the products.
  private let products: String
  private let context: RuleContext
  private let units: UnitTables
  private let table: String
  private let list: String
  private let product: String
  private let unit: String
  private let group: String?
  /// Where a new line takes its currency by a second write.
  private let currency: String?
  private let method: Value
  private let writes: RuleWrites

  /// Nil where no table has prices of the products.
  /// - Parameter products: Their table; nil for the mapping's own target.
  init?(_ context: RuleContext, _ units: UnitTables, of products: String? = nil) {
    let products = products ?? context.target.name
    let found = context.integration.tables.first { table in
      table.side == .sales && table.field("amount") != nil
        && table.field(referringTo: products) != nil
        && table.parent.map { !context.columns(referringTo: $0.table).isEmpty } == true
    }
    guard let lines = found, let parent = lines.parent, let list = parent.by.first?.own,
      let product = lines.field(referringTo: products),
      let unit = lines.field(referringTo: units.unit)
    else { return nil }
    self.products = products
    self.context = context
    self.units = units
    lists = parent.table
    table = lines.name
    writes = RuleWrites(context, lines.name)
    self.list = list
    self.product = product
    self.unit = unit
    group = lines.field(referringTo: units.group)
    currency = context.integration.localCurrency.flatMap { lines.field(referringTo: $0.table) }
    method =
      lines.field("pricingmethodcode")?.option("Currency Amount").map(Value.option) ?? .empty
  }

  /// Brings the lines of products in a list to their prices, however much of it is done already.
  ///
  /// - Returns: For each line why it was not taken.
  func keep(
    _ wanted: [Line], in list: Guid, _ local: Lookup
  ) async throws(StoreFailure) -> [String?] {
    guard !wanted.isEmpty else { return [] }
    let known = try await lines(of: wanted.map(\.product), in: list)
    var news: [Int] = []
    var changes: [(place: Int, row: FieldRow)] = []
    var strangers: [(place: Int, id: Guid)] = []
    for (place, line) in wanted.enumerated() {
      // A product and a unit stand once in a list (scenario PRC-012).
      let own = known[line.product]?.sorted { $0.id < $1.id } ?? []
      guard let old = own.first(where: { $0.values[1].lookup?.id == line.unit }) ?? own.first
      else {
        news.append(place)
        continue
      }
      if old.values[1].lookup?.id != line.unit || old.values[2].decimal != line.amount {
        changes.append((place, FieldRow(id: old.id, values(of: line))))
      }
      if currency != nil, old.values[3].lookup?.id != local.id {
        strangers.append((place, old.id))
      }
    }
    var refusals = [String?](repeating: nil, count: wanted.count)
    note(try await writes.update(changes.map(\.row), fields), changes.map(\.place), &refusals)
    let listed = wanted.map { Listed(list: list, currency: local, line: $0) }
    strangers += try await create(news, listed, &refusals)
    try await give(strangers, listed, &refusals)
    return refusals
  }

  /// Gives products a price in lists where they have none in their unit (R H-13); of several prices
  /// that are wanted the first counts.
  ///
  /// - Returns: For each why it was not taken.
  func add(_ wanted: [Listed]) async throws(StoreFailure) -> [String?] {
    guard !wanted.isEmpty else { return [] }
    let known = try await prices(of: wanted)
    var taken: Set<Place> = []
    var news: [Int] = []
    var changes: [(place: Int, row: FieldRow)] = []
    for (place, listed) in wanted.enumerated() {
      let line = listed.line
      let key = Place(list: listed.list, product: line.product, unit: line.unit)
      guard taken.insert(key).inserted else { continue }
      guard let old = known[key] else {
        news.append(place)
        continue
      }
      guard listed.follows, old.amount != line.amount else { continue }
      changes.append((place, FieldRow(id: old.id, [.decimal(line.amount)])))
    }
    var refusals = [String?](repeating: nil, count: wanted.count)
    note(try await writes.update(changes.map(\.row), ["amount"]), changes.map(\.place), &refusals)
    let made = try await create(news, wanted, &refusals)
    try await give(made, wanted, &refusals)
    return refusals
  }

  /// The prices that products have in lists, whatever their unit.
  private func prices(
    of wanted: [Listed]
  ) async throws(StoreFailure) -> [Place: (id: Guid, amount: DecimalValue?)] {
    let sold = Set(wanted.map { [$0.list, $0.line.product] }).sorted {
      $0.lexicographicallyPrecedes($1)
    }
    let rows = try await context.store.rows(
      of: table, [list, product, unit, "amount"], matching: [list, product],
      values: sold.map { [owner($0[0]), reference($0[1])] })
    var found: [Place: (id: Guid, amount: DecimalValue?)] = [:]
    for row in rows.sorted(by: { $0.id < $1.id }) {
      guard let list = row.values[0].lookup?.id, let product = row.values[1].lookup?.id,
        let unit = row.values[2].lookup?.id
      else { continue }
      let place = Place(list: list, product: product, unit: unit)
      if found[place] == nil { found[place] = (row.id, row.values[3].decimal) }
    }
    return found
  }

  private func lines(
    of products: [Guid], in list: Guid
  ) async throws(StoreFailure) -> [Guid: [FieldRow]] {
    let rows = try await context.store.rows(
      of: table, [product, unit, "amount"] + (currency.map { [$0] } ?? []),
      matching: [self.list, product], values: products.map { [owner(list), reference($0)] })
    return Dictionary(grouping: rows) { $0.values[0].lookup?.id ?? .zero }
  }

  /// Makes lines, which have no currency yet; returns those that are there.
  private func create(
    _ places: [Int], _ wanted: [Listed], _ refusals: inout [String?]
  ) async throws(StoreFailure) -> [(place: Int, id: Guid)] {
    let rows = zip(places, context.integration.ids.next(places.count)).map { place, id in
      let listed = wanted[place]
      return FieldRow(
        id: id, [owner(listed.list), reference(listed.line.product)] + values(of: listed.line))
    }
    let results = try await writes.create(rows, [list, product] + fields)
    note(results, places, &refusals)
    return zip(places, results).compactMap { place, result in
      (try? result.get()).map { (place, $0) }
    }
  }

  /// Writes the currency of lines, where they have one of their own.
  private func give(
    _ lines: [(place: Int, id: Guid)], _ wanted: [Listed], _ refusals: inout [String?]
  ) async throws(StoreFailure) {
    guard let currency else { return }
    let rows = lines.map { FieldRow(id: $0.id, [.lookup(wanted[$0.place].currency)]) }
    note(try await writes.update(rows, [currency]), lines.map(\.place), &refusals)
  }

  /// What a line says besides its list and product.
  private var fields: [String] {
    [unit, "amount"] + (method.isEmpty ? [] : ["pricingmethodcode"]) + (group.map { [$0] } ?? [])
  }

  private func values(of line: Line) -> [Value] {
    [.lookup(Lookup(table: units.unit, id: line.unit)), .decimal(line.amount)]
      + (method.isEmpty ? [] : [method]) + (group == nil ? [] : [line.group])
  }

  private func owner(_ list: Guid) -> Value { .lookup(Lookup(table: lists, id: list)) }

  private func reference(_ product: Guid) -> Value {
    .lookup(Lookup(table: products, id: product))
  }

  private func note(
    _ results: [Result<Guid, RuleWrites.Refusal>], _ places: [Int], _ refusals: inout [String?]
  ) {
    for (place, result) in zip(places, results) {
      if case .failure(let refusal) = result { refusals[place] = refusal.sentence }
    }
  }
}

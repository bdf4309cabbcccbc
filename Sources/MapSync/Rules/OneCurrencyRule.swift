import MapRuntime

/// `one-currency`: all lines of a price list have the currency of their list, and the currency of a
/// list that Sales has never changes (R C-47, M-14, M-15).
struct OneCurrencyRule: PageRule {
  private let integration: Integration
  /// The mapping of currencies, whose empty code is the local one.
  private let currencies: BoundMapping
  private let lines: [CurrencyLines]
  private let code: Int
  private let currency: Int

  init(_ context: RuleContext) throws(StoreFailure) {
    guard
      let currencies = context.referred.first(where: { $0.policy.emptyMeansLocalCurrency }),
      let code = RuleContext.columns(
        of: context.source, referringTo: currencies.pair.bc, context.integration
      ).first,
      let currency = context.columns(referringTo: currencies.pair.sales).first
    else { throw context.unfit(.oneCurrency, "finds no currency in both tables") }
    integration = context.integration
    self.currencies = currencies
    self.code = code
    self.currency = currency
    lines = context.integration.mappings.compactMap { mapping in
      guard mapping.policy.parent == context.mapping.name else { return nil }
      return CurrencyLines(mapping, of: context.source, currencies.pair.bc, context)
    }
  }

  func prepare(_ rows: inout [RuleRow]) async throws(StoreFailure) {
    for lines in lines {
      let found = try await lines.currencies(of: rows.map(\.source))
      for place in rows.indices {
        rows[place].failure =
          rows[place].failure
          ?? failure(found[lines.key(of: rows[place].source)] ?? [], rows[place])
      }
    }
    try await keepCurrencies(&rows)
  }

  private func failure(_ found: Set<String>, _ row: RuleRow) -> String? {
    let own = row.source[code].text ?? ""
    guard found.contains(where: { $0 != own }) else { return nil }
    let names = found.union([own]).sorted().map(shown).joined(separator: ", ")
    return "its lines and it are in several currencies (\(names)); a price list has one"
  }

  /// A list that is there keeps its currency; another one in BC is an error (scenario PRC-013).
  private func keepCurrencies(_ rows: inout [RuleRow]) async throws(StoreFailure) {
    let old = rows.indices.filter { !rows[$0].isNew && rows[$0].stored[currency].lookup != nil }
    let codes = Array(Set(old.compactMap { rows[$0].source[code].text }))
    guard !old.isEmpty else { return }
    let records = try await KeyedRecords(integration).ids(of: currencies.pair.bc, keys: codes)
      .map { (code: $0.key, id: $0.value) }
    let couplings = try await integration.state.couplings(
      currencies.pair, .bc, ids: records.map(\.id))
    var ids: [String: Guid] = ["": integration.localCurrency?.id].compactMapValues { $0 }
    for (record, coupling) in zip(records, couplings) { ids[record.code] = coupling?.salesID }
    for place in old {
      let stored = rows[place].stored[currency]
      let own = rows[place].source[code].text ?? ""
      if let id = ids[own], id != stored.lookup?.id {
        rows[place].failure =
          rows[place].failure
          ?? "it is in \(shown(own)) now, and a price list in Sales keeps its currency;"
          + " make a new list"
      }
      rows[place].target[currency] = stored
    }
  }

  private func shown(_ code: String) -> String {
    code.isEmpty ? "the local currency" : "'\(code)'"
  }
}

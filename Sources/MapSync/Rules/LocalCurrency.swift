import MapRuntime

/// `local-currency`: BC's local currency is a record in Sales before any amount moves (R B-19,
/// M-11, M-12). It acts once, before anything runs.
public struct LocalCurrency: Sendable {
  private static let code = "isocurrencycode"
  private static let rate = "exchangerate"

  private let integration: Integration
  private let mapping: BoundMapping

  /// The integration with the record of its local currency, which is made where a mapping says so
  /// and Sales has none.
  ///
  /// - Parameter code: The ISO code of BC's local currency.
  /// - Throws: `unusable` where Sales counts in another currency and BC has no rate between them.
  public static func ensured(
    _ integration: Integration, code: String?
  ) async throws(StoreFailure) -> Integration {
    guard integration.localCurrency == nil, let code, !code.isEmpty,
      let mapping = integration.mappings.first(where: \.makesLocalCurrency)
    else { return integration }
    let rule = LocalCurrency(integration: integration, mapping: mapping)
    var changed = integration
    changed.localCurrency = try await rule.record(Code.normalized(code))
    return changed
  }

  /// Whether a mapping is one of currencies.
  static func check(_ context: RuleContext) throws(StoreFailure) {
    guard context.mapping.policy.emptyMeansLocalCurrency,
      context.target.column(code) != nil, context.target.column(rate) != nil
    else {
      throw context.unfit(
        .localCurrency, "belongs to the mapping of currencies, whose empty code is the local one")
    }
  }

  private var table: String { mapping.pair.sales }
  private var store: any SystemStore { integration.sales }

  private func record(_ code: String) async throws(StoreFailure) -> Lookup {
    let known = try await store.rows(
      of: table, [Self.code], matching: [Self.code], values: [[.text(code)]]
    ).map(\.id).min()
    if let known { return Lookup(table: table, id: known) }
    guard let id = integration.ids.next(1).first else {
      throw .unusable("there is no id for the local currency '\(code)'")
    }
    let fields = [Self.code, "currencyname", "currencysymbol", Self.rate]
    let values: [Value] = [
      .text(code), .text(code), .text(code), .decimal(try await rate(of: code)),
    ]
    let results = try await RuleWrites(integration, .sales, table).create(
      [FieldRow(id: id, values)], fields)
    switch results.first {
    case .success(let id): return Lookup(table: table, id: id)
    case .failure(let refusal):
      throw .unusable(
        "the local currency '\(code)' could not be made in Sales: \(refusal.sentence)")
    case nil: throw .unusable("the local currency '\(code)' could not be made in Sales")
    }
  }

  /// The local currency for one unit of that in which Sales counts, whose own rate is 1 (R C-40).
  private func rate(of code: String) async throws(StoreFailure) -> DecimalValue {
    let one = DecimalValue(1)
    let bases = try await store.rows(
      of: table, [Self.code], matching: [Self.rate], values: [[.decimal(one)]]
    ).compactMap { $0.values[0].text }.sorted()
    guard !bases.isEmpty else { return one }
    for base in bases {
      if let rate = try await Self.rate(mapping.type, of: base, mapping, integration),
        rate > .zero, let inverse = try? one / rate
      {
        return inverse
      }
    }
    throw .unusable(
      "the local currency '\(code)' is not in Sales, which counts in \(bases.joined(separator: ", "));"
        + " Business Central has no exchange rate between them to make it with")
  }

  /// The rate of a foreign currency as its mapping works it out; nil where it has none.
  private static func rate<Currency: CompiledMapping>(
    _ type: Currency.Type, of code: String, _ mapping: BoundMapping, _ integration: Integration
  ) async throws(StoreFailure) -> DecimalValue? {
    let ids = try await RecordSearch(integration).bcIDs(keys: [code], mapping)
    guard let column = Currency.SalesRecord.table.column(rate),
      let stored = try await integration.bc.records(Currency.BCRecord.self, ids: ids).first
    else { return nil }
    var keys: [ReferenceKey] = []
    Currency.references(of: stored.record, to: &keys)
    let references = try await ReferenceResolver(
      integration, Currency.slots(.toSales), .toSales
    ).resolve(keys)
    let related = try await RelatedFinder<Currency.BCRecord, Currency.ToSalesRelated>(integration)
      .find([stored.record])
    do throws(RecordRefusal) {
      let converted = try Currency.convert(
        stored.record, onto: .blank,
        ConversionRow(
          run: integration.run, references: references[...], related: related.records(of: 0),
          isNew: true))
      return RecordValues(of: converted)[column].decimal
    } catch {
      // No rate is why the mapping refuses the currency.
      return nil
    }
  }
}

extension BoundMapping {
  /// Whether it makes the local currency where Sales has none (R M-12).
  public var makesLocalCurrency: Bool {
    policy.rules.contains(NamedRule.localCurrency.rawValue)
      && policy.emptyMeansLocalCurrency && policy.isEnabled
  }
}

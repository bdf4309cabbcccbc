import MapRuntime

/// The price list in local currency that the integration keeps, and its lines.
struct DefaultPriceList: Sendable {
  struct Refusal: Error {
    let sentence: String
  }

  /// As people find it in Sales, and as it is found again.
  static let name = "Business Central Default Price List"

  let table: String
  private let currency: String
  private let company: FieldDescription?

  /// Nil where the list's table has no currency.
  init?(_ table: String, _ context: RuleContext) {
    guard let local = context.integration.localCurrency?.table ?? Self.currencies(context),
      let description = context.integration.table(.sales, table),
      let currency = description.field(referringTo: local)
    else { return nil }
    self.table = table
    self.currency = currency
    company = description.roles.company.flatMap(description.field)
  }

  /// The Sales table of currencies: that of the mapping whose empty code is the local one.
  private static func currencies(_ context: RuleContext) -> String? {
    context.integration.mappings.first { $0.policy.emptyMeansLocalCurrency }?.pair.sales
  }

  /// The list, if it is there.
  func id(_ context: RuleContext, _ currency: Lookup) async throws(StoreFailure) -> Guid? {
    let (fields, values) = identity(context, currency)
    return try await context.store.rows(
      of: table, ["name"], matching: fields, values: [values]
    ).map(\.id).min()
  }

  /// The list, made where it is missing.
  func found(
    or context: RuleContext, _ currency: Lookup
  ) async throws(StoreFailure) -> Result<Guid, Refusal> {
    if let id = try await id(context, currency) { return .success(id) }
    let (fields, values) = identity(context, currency)
    guard let id = context.integration.ids.next(1).first else {
      return .failure(Refusal(sentence: "there is no id for it"))
    }
    let results = try await context.store.create([FieldRow(id: id, values)], fields, in: table)
    switch results.first {
    case .written(let id, _): return .success(id)
    case .refused(let sentence), .failed(let sentence):
      return .failure(Refusal(sentence: sentence))
    default: return .failure(Refusal(sentence: "Sales did not take it"))
    }
  }

  private func identity(_ context: RuleContext, _ local: Lookup) -> ([String], [Value]) {
    var fields = ["name", currency]
    var values: [Value] = [.text(Self.name), .lookup(local)]
    if let company, let companies = company.refersTo.first?.table {
      fields.append(company.name)
      values.append(
        context.integration.company.map { .lookup(Lookup(table: companies, id: $0)) } ?? .empty)
    }
    return (fields, values)
  }
}

import MapRuntime

/// A price list in one currency that the integration keeps: by default that in local currency.
struct DefaultPriceList: Sendable {
  /// As people find it in Sales, and as it is found again.
  static let name = "Business Central Default Price List"

  let table: String
  private let name: String
  private let currency: String
  private let company: FieldDescription?

  /// Nil where the list's table has no currency.
  init?(_ table: String, _ context: RuleContext, name: String = Self.name) {
    guard let currencies = Self.currencies(context),
      let description = context.integration.table(.sales, table),
      let currency = description.field(referringTo: currencies)
    else { return nil }
    self.table = table
    self.name = name
    self.currency = currency
    company = description.roles.company.flatMap(description.field)
  }

  /// The Sales table of currencies: that of the mapping whose empty code is the local one.
  static func currencies(_ context: RuleContext) -> String? {
    context.integration.localCurrency?.table
      ?? context.integration.mappings.first { $0.policy.emptyMeansLocalCurrency }?.pair.sales
  }

  /// The list, if it is there.
  func id(_ context: RuleContext, _ currency: Lookup) async throws(StoreFailure) -> Guid? {
    let (fields, values) = identity(context, currency)
    return try await context.store.rows(
      of: table, ["name"], matching: fields, values: [values]
    ).map(\.id).min()
  }

  /// The list, made where it is missing. Mappings that run side by side make it once.
  func found(
    or context: RuleContext, _ currency: Lookup
  ) async throws(StoreFailure) -> Result<Guid, RuleWrites.Refusal> {
    if let id = try await id(context, currency) { return .success(id) }
    let turn = TablePair(bc: "", sales: table)
    return try await context.integration.holding(turn, "'\(name)'") {
      integration throws(StoreFailure) in
      if let id = try await id(context, currency) { return .success(id) }
      let (fields, values) = identity(context, currency)
      let rows = integration.ids.next(1).map { FieldRow(id: $0, values) }
      return try await RuleWrites(context, table).create(rows, fields).first
        ?? .failure(RuleWrites.Refusal(sentence: "there is no id for it"))
    }
  }

  /// The fields that a list has from its beginning, and their values.
  func identity(_ context: RuleContext, _ local: Lookup) -> ([String], [Value]) {
    var fields = ["name", currency]
    var values: [Value] = [.text(name), .lookup(local)]
    if let company, let companies = company.refersTo.first?.table {
      fields.append(company.name)
      values.append(
        context.integration.company.map { .lookup(Lookup(table: companies, id: $0)) } ?? .empty)
    }
    return (fields, values)
  }
}

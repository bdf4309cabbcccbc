import MapRuntime

/// The lines of one mapping, by their headers' keys, as far as their currency goes.
struct CurrencyLines: Sendable {
  private let mapping: BoundMapping
  private let integration: Integration
  private let values: RunValues
  /// The header's columns that its lines name.
  private let header: [Int]
  /// The lines' columns for them, and that of their currency.
  private let line: [Int]
  private let currency: Int

  /// Nil for lines without a currency of their own.
  init?(
    _ mapping: BoundMapping, of header: RecordTable, _ currencyTable: String,
    _ context: RuleContext
  ) {
    let table = mapping.table(.bc)
    guard let parent = context.integration.table(.bc, table.name)?.parent,
      let currency = RuleContext.columns(
        of: table, referringTo: currencyTable, context.integration
      ).first
    else { return nil }
    self.mapping = mapping
    integration = context.integration
    values = context.values
    self.currency = currency
    self.header = parent.by.compactMap { header.column($0.theirs) }
    line = parent.by.compactMap { table.column($0.own) }
    guard !line.isEmpty, line.count == parent.by.count, self.header.count == line.count else {
      return nil
    }
  }

  /// The values by which lines name a header.
  func key(of source: RecordValues) -> [Value] { header.map { source[$0] } }

  /// The currency codes of the lines of each header, '' for the local currency.
  func currencies(
    of headers: [RecordValues]
  ) async throws(StoreFailure) -> [[Value]: Set<String>] {
    try await currencies(mapping.type, Array(Set(headers.map(key))))
  }

  private func currencies<Line: CompiledMapping>(
    _ type: Line.Type, _ keys: [[Value]]
  ) async throws(StoreFailure) -> [[Value]: Set<String>] {
    guard !keys.isEmpty else { return [:] }
    let filter = mapping.policy.filters[.bc]
    let stored = try await integration.bc.records(
      Line.BCRecord.self, matching: line.map { MatchColumn($0) }, values: keys,
      RecordQuery(filter ?? Line.filter(.bc, values)))
    var found: [[Value]: Set<String>] = [:]
    for record in stored where filter != nil || Line.accepts(record.record, values) {
      let row = RecordValues(of: record.record)
      found[line.map { row[$0] }, default: []].insert(row[currency].text ?? "")
    }
    return found
  }
}

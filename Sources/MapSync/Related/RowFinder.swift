import MapRuntime

/// Finds the rows of another table whose fields equal fields of a page's records, in one query
/// (docs/language.md#tables: `related`, and the rows that computed fields see).
struct RowFinder<Row: TableRecord>: RowFinding {
  private let store: any SystemStore
  private let own: [Int]
  private let theirs: [MatchColumn]
  private let company: RecordQuery.Company?

  /// - Parameter source: The table whose records ask.
  /// - Throws: `unusable` for a field that one of the two records does not have.
  init(
    _ query: RelatedQuery, of source: RecordTable, _ integration: Integration
  ) throws(StoreFailure) {
    let own = query.pairs.compactMap { source.column($0.own) }
    let theirs = query.pairs.compactMap { query.table.column($0.theirs) }
    guard own.count == query.pairs.count, theirs.count == own.count else {
      throw .unusable(
        "'\(query.name)' names fields that '\(source.name)' and '\(query.table.name)' do not have")
    }
    store = integration.store(query.table.side)
    self.own = own
    self.theirs = theirs.map { column in
      MatchColumn(
        column,
        isCaseSensitive: query.table.side == .bc && !Self.isCode(query.table.columns[column]))
    }
    company = Self.company(query.table, integration)
  }

  func key(_ record: RecordValues) -> [Value]? {
    var key: [Value] = []
    for (column, match) in zip(own, theirs) {
      let value = record[column]
      if value.isEmpty { return nil }
      key.append(Self.folded(value, match))
    }
    return key
  }

  func rows(_ keys: Set<[Value]>) async throws(StoreFailure) -> any FoundTable {
    guard !keys.isEmpty else { return FoundRows<Row>([:]) }
    let stored = try await stored(keys)
    var found: [[Value]: [Row]] = [:]
    var damages: [[Value]: String] = [:]
    for record in stored {
      let values = RecordValues(of: record.record)
      let key = theirs.map { Self.folded(values[$0.column], $0) }
      found[key, default: []].append(record.record)
      if let damage = record.damage { damages[key] = damage }
    }
    return FoundRows<Row>(found, damages: damages)
  }

  /// Where nothing ties rows to records, all rows of the table belong to each.
  private func stored(_ keys: Set<[Value]>) async throws(StoreFailure) -> [StoredRecord<Row>] {
    guard theirs.isEmpty else {
      return try await store.records(
        Row.self, matching: theirs, values: Array(keys), RecordQuery(company: company))
    }
    var stored: [StoredRecord<Row>] = []
    var isWhole = false
    while !isWhole {
      let page = try await store.records(
        Row.self, RecordQuery(company: company), after: stored.last?.id, limit: store.batchSize)
      stored += page
      isWhole = page.isEmpty
    }
    return stored
  }

  /// Codes compare normalized, every text of Sales without case.
  private static func folded(_ value: Value, _ match: MatchColumn) -> Value {
    guard case .text(let text) = value else { return value }
    if isCode(Row.table.columns[match.column]) { return .text(Code.normalized(text)) }
    return match.isCaseSensitive ? value : .text(TextCase.upper(text))
  }

  private static func isCode(_ column: RecordTable.Column) -> Bool {
    if case .code = column.type { true } else { false }
  }

  /// Sales records of another company are nobody's business here (R M-2).
  private static func company(
    _ table: RecordTable, _ integration: Integration
  ) -> RecordQuery.Company? {
    guard table.side == .sales, integration.table(.sales, table.name)?.roles.company != nil else {
      return nil
    }
    return integration.company.map { RecordQuery.Company($0, acceptsNone: true) }
  }
}

/// Finds the rows of whichever table.
protocol RowFinding: Sendable {
  /// The values by which a record names its rows; nil where one of them is empty.
  func key(_ record: RecordValues) -> [Value]?
  func rows(_ keys: Set<[Value]>) async throws(StoreFailure) -> any FoundTable
}

import MapRuntime

/// The writes of a named rule in one table. What broke on the way is asked for and tried again, as a
/// page's own writes are (B6); what still fails is said, so that the record it belongs to fails, and
/// its next run does the rule's work again.
struct RuleWrites: Sendable {
  struct Refusal: Error, Hashable {
    let sentence: String
  }

  private let store: any SystemStore
  private let table: String
  /// The field that holds a record's id; nil where it is not known.
  private let key: String?

  init(_ context: RuleContext, _ table: String) {
    self.init(context.integration, context.target.side, table)
  }

  init(_ integration: Integration, _ side: Side, _ table: String) {
    store = integration.store(side)
    self.table = table
    key = integration.table(side, table)?.key.first
  }

  /// Creates rows under their ids.
  ///
  /// - Returns: For each the id that it got, in order.
  func create(
    _ rows: [FieldRow], _ fields: [String]
  ) async throws(StoreFailure) -> [Result<Guid, Refusal>] {
    guard !rows.isEmpty else { return [] }
    return try await WriteRetry.again(rows) { rows throws(StoreFailure) in
      try await settled(try await store.create(rows, fields, in: table), rows.map(\.id))
    }.map(Self.outcome)
  }

  /// Writes fields of rows, whatever their version: to write them again changes nothing.
  func update(
    _ rows: [FieldRow], _ fields: [String]
  ) async throws(StoreFailure) -> [Result<Guid, Refusal>] {
    guard !rows.isEmpty else { return [] }
    return try await WriteRetry.again(rows) { rows throws(StoreFailure) in
      try await store.update(rows, fields, in: table)
    }.map(Self.outcome)
  }

  /// Asks for new rows that may be there.
  private func settled(
    _ results: [WriteResult], _ ids: [Guid]
  ) async throws(StoreFailure) -> [WriteResult] {
    let open = results.indices.filter { results[$0].isOpen }
    guard let key, !open.isEmpty else { return results }
    let rows = try await store.rows(
      of: table, [key], matching: [key], values: open.map { [.guid(ids[$0])] })
    let there = Set(rows.map(\.id))
    var results = results
    for place in open where there.contains(ids[place]) {
      results[place] = .written(
        id: ids[place],
        version: RecordVersion(number: 0, modified: DateTimeValue(milliseconds: 0), isOurs: true))
    }
    return results
  }

  private static func outcome(_ result: WriteResult) -> Result<Guid, Refusal> {
    switch result {
    case .written(let id, _): .success(id)
    case .refused(let sentence), .failed(let sentence): .failure(Refusal(sentence: sentence))
    case .stale, .missing: .failure(Refusal(sentence: "it was deleted meanwhile"))
    }
  }
}

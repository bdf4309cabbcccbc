import MapRuntime

/// Finds the related records of a direction: at most one each, by value, one query a page and table
/// (docs/language.md#mappings, `related`).
struct RelatedFinder<Source: TableRecord, Related: RelatedRecords>: Sendable {
  private let finders: [any RowFinding]
  private let names: [String]

  init(_ integration: Integration) throws(StoreFailure) {
    let queries = Related.queries
    var finders = RowFinders(queries, of: Source.table, integration)
    if !queries.isEmpty { _ = Related(reading: &finders) }
    self.finders = try finders.all()
    names = queries.map { "'\($0.table.name)'" }
  }

  /// False for a mapping without related records.
  var isNeeded: Bool { !finders.isEmpty }

  /// What the records of a page are related to, in their order.
  func find(_ records: [Source]) async throws(StoreFailure) -> RelatedPage<Related> {
    guard !finders.isEmpty else { return RelatedPage() }
    let values = records.map { RecordValues(of: $0) }
    var tables: [any FoundTable] = []
    var keys: [[[Value]?]] = []
    for finder in finders {
      let wanted = values.map(finder.key)
      tables.append(try await finder.rows(Set(wanted.compactMap { $0 })))
      keys.append(wanted)
    }
    return RelatedPage(tables, keys, names)
  }
}

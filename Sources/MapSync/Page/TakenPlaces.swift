import MapRuntime

/// Who stands already where a system refused a new record. A second line for one product and unit is
/// to say which line has the price: what it collides with holds its own values, so that these name
/// nobody (scenario PRC-012).
struct TakenPlaces<Way: OneWay> {
  private let run: DirectionRun<Way>

  init(_ run: DirectionRun<Way>) { self.run = run }

  /// Fails new records with the reasons of their system, and names the partner of what holds the
  /// values by which they would be matched.
  func fail(
    _ refused: [(row: PageRow<Way>, reason: String)], in page: Page<Way>
  ) async throws(StoreFailure) {
    guard !refused.isEmpty else { return }
    let holders = try await holders(refused.map(\.row), in: page)
    for refused in refused {
      let holder = holders[refused.row.source.id].map { "; \($0)" } ?? ""
      page.fail(refused.row, refused.reason + holder)
    }
  }

  /// A phrase by source.
  private func holders(
    _ rows: [PageRow<Way>], in page: Page<Way>
  ) async throws(StoreFailure) -> [Guid: String] {
    guard Way.direction == .toSales, let groups = run.policy.match?.groups else { return [:] }
    var found: [Guid: Guid] = [:]
    for group in groups {
      let columns =
        group.map { MatchColumn($0.column, isCaseSensitive: $0.isCaseSensitive) }
        + (parent.map { [MatchColumn($0)] } ?? [])
      var asking: [(source: Guid, key: [Value])] = []
      for row in rows where found[row.source.id] == nil {
        guard let result = row.result else { continue }
        let values = RecordValues(of: result)
        let key = columns.map { values[$0.column] }
        if key.allSatisfy({ !$0.isEmpty }) { asking.append((row.source.id, key)) }
      }
      guard !asking.isEmpty else { continue }
      let records = try await run.target.records(
        Way.Target.self, matching: columns, values: asking.map(\.key), .all)
      var ids: [[Value]: Guid] = [:]
      for record in records {
        let values = RecordValues(of: record.record)
        ids[columns.map { $0.folded(values[$0.column]) }] = record.id
      }
      for (source, key) in asking {
        found[source] = ids[zip(columns, key).map { $0.folded($1) }]
      }
    }
    return try await phrases(found, in: page)
  }

  private func phrases(
    _ found: [Guid: Guid], in page: Page<Way>
  ) async throws(StoreFailure) -> [Guid: String] {
    let ids = Array(Set(found.values))
    guard !ids.isEmpty else { return [:] }
    // What this very page has made is coupled, and the state does not know it yet.
    var made: [Guid: Coupling] = [:]
    for row in page.rows {
      if let id = row.newID, let coupling = row.coupling { made[id] = coupling }
    }
    let side = Way.direction.target
    let couplings = zip(
      ids, try await run.integration.state.couplings(run.mapping.pair, side, ids: ids)
    ).map { made[$0] ?? $1 }
    let there = Set(
      try await run.source.records(
        Way.Source.self, ids: couplings.compactMap { $0?.id(side.other) }
      ).map(\.id))
    let table = Way.Source.table.name
    var phrases: [Guid: String] = [:]
    for (id, coupling) in zip(ids, couplings) {
      guard let coupling else {
        phrases[id] = "it is coupled with no record of '\(table)'"
        continue
      }
      let isGone = there.contains(coupling.id(side.other)) ? "" : ", which was deleted"
      let key = run.integration.name(of: coupling.bcKey, in: table)
      phrases[id] = "it belongs to '\(key)' of '\(table)'\(isGone)"
    }
    return found.compactMapValues { phrases[$0] }
  }

  /// The column that names the header of a line, within which it is matched.
  private var parent: Int? {
    guard run.policy.parent != nil else { return nil }
    return run.integration.table(.sales, run.mapping.pair.sales)?.parent?.by.first
      .flatMap { Way.Target.table.column($0.own) }
  }
}

extension MatchColumn {
  /// A value as values of the column compare: texts without case, unless it is asked for.
  package func folded(_ value: Value) -> Value {
    guard case .text(let text) = value, !isCaseSensitive else { return value }
    return .text(TextCase.upper(text))
  }
}

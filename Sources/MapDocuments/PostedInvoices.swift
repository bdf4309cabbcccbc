import MapRuntime
import MapSync

/// Posted invoices in Sales, where each is once (R H-3).
extension HeaderPage {
  /// A posted invoice is in Sales once (R H-3): one whose coupling somebody took away is not sent beside
  /// itself. It is the one that a match finds; the invoice of another company or customer that has its
  /// number by chance is another one.
  func refuseNamesakes(_ page: Page<Way>) async throws(StoreFailure) {
    guard Way.direction == .toSales, part.policy.kind == .postedInvoice, !part.isTwoWay,
      let groups = Way.Mapping.policy.match?.groups
    else { return }
    for group in groups {
      try await refuseNamesakes(
        page, group.map { MatchColumn($0.column, isCaseSensitive: $0.isCaseSensitive) })
    }
  }

  private func refuseNamesakes(
    _ page: Page<Way>, _ columns: [MatchColumn]
  ) async throws(StoreFailure) {
    var wanted: [(row: PageRow<Way>, key: [Value])] = []
    for index in page.indices(.create) {
      let row = page.rows[index]
      guard let result = row.result else { continue }
      let values = RecordValues(of: result)
      let key = columns.map { values[$0.column] }
      if !key.contains(where: \.isEmpty) { wanted.append((row, key)) }
    }
    guard !wanted.isEmpty else { return }
    let there = try await page.run.target.records(
      Way.Target.self, matching: columns, values: wanted.map(\.key),
      RecordQuery(company: page.run.targetCompany))
    let found = Dictionary(
      grouping: there
    ) { record in
      let values = RecordValues(of: record.record)
      return columns.map { $0.folded(values[$0.column]) }
    }
    for (row, key) in wanted {
      let others = found[zip(columns, key).map { $0.folded($1) }, default: []]
      guard let other = others.first(where: { $0.id != row.newID }) else { continue }
      let integration = page.run.integration
      let names = [
        page.run.mapping.name, integration.name(of: row.source.record, id: row.source.id),
        integration.name(of: other.record, id: other.id),
      ]
      page.fail(
        row,
        "is in Sales already and not coupled; 'mapsync couple \(names.map(CommandWord.of).joined(separator: " "))' "
          + "couples the two")
    }
  }
}

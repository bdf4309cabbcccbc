import MapRuntime
import MapSync

/// Posted invoices in Sales: each is there once, and its header follows what people still change in BC
/// while it is active (R H-3, H-14).
extension HeaderPage {
  /// Whether what changes in a document that was sent goes to Sales, too (R H-14).
  var followsPosted: Bool { Way.direction == .toSales && part.policy.kind == .postedInvoice }

  /// Whether a posted invoice is looked at as any record that is coupled. One of which something else is
  /// noted, as a payment that could not be told, is so only where it changed, and that is done again then.
  func follow(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool {
    let isChanged =
      row.coupling?.version(Way.direction.source) != row.source.version.number
    guard isChanged || row.earlier == nil else { return false }
    if row.earlier != nil || isOwed(row, page) { owing.insert(row.source.id) }
    return true
  }

  /// An invoice that is not active in Sales any more stays as it is (R H-14).
  func leavePosted(_ page: Page<Way>) {
    guard !part.isTwoWay, let states = part.policy.states else { return }
    for index in page.indices(.update) {
      let row = page.rows[index]
      guard let state = targetState(of: row), states.rule(in: state) != .update else { continue }
      row.leave()
    }
  }

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
        "is in Sales already and not coupled; 'mapsync couple \(names.joined(separator: " "))' "
          + "couples the two")
    }
  }
}

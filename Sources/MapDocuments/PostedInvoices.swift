import MapRuntime
import MapSync

/// Posted invoices in Sales: each is there once, and its header follows what people still change in BC
/// while it is active and nobody changes it there (R H-3, H-14).
extension HeaderPage {
  /// Whether what changes in a document that was sent goes to Sales, too (R H-14).
  var followsPosted: Bool {
    Way.direction == .toSales && part.policy.kind == .postedInvoice && !part.isTwoWay
  }

  /// Whether a posted invoice was changed since it was sent, and is looked at as any record that is
  /// coupled. What was still to be done with it, as to tell a payment, is done then, too.
  func follows(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool {
    guard followsPosted, !page.run.mode.onlyUncoupled, row.source.damage == nil,
      let known = row.coupling?.version(Way.direction.source), known != row.source.version.number
    else { return false }
    if row.earlier != nil || isOwed(row, page) { owing.insert(row.source.id) }
    return true
  }

  /// One that was deleted in Sales stays so; whoever asks what was paid of it is told.
  func leavesLost(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool {
    guard followsPosted else { return false }
    owing.remove(row.source.id)
    row.fate = passedOver(page.run)
    return true
  }

  /// An invoice that is not active in Sales any more stays as it is, and so does one that a person changed
  /// there (R H-14).
  func askTargets(_ page: Page<Way>) {
    guard followsPosted, let states = part.policy.states else { return }
    for index in page.indices(.update) {
      let row = page.rows[index]
      let state = targetState(of: row)
      let isActive = state.map { states.rule(in: $0) == .update } ?? false
      guard !isActive || row.isTargetChanged == true else { continue }
      let name = states.answers.first { $0.state.state == state }.map { "'\($0.state.name)'" }
      let why = isActive ? "was changed by a person" : "is \(name ?? "closed")"
      staying[row.source.id] = "\(why) in Sales, and stays as it is there"
      row.leaveUnseen()
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
    let namesakes = wanted.compactMap { row, key in
      found[zip(columns, key).map { $0.folded($1) }, default: []]
        .first { $0.id != row.newID }.map { (row: row, other: $0) }
    }
    let holders = try await holders(of: namesakes.map(\.other.id), page)
    for (row, other) in namesakes {
      page.fail(row, sentence(row, other, heldBy: holders[other.id], page))
    }
  }

  /// The posted invoices with which invoices in Sales are coupled, as commands take them.
  private func holders(
    of invoices: [Guid], _ page: Page<Way>
  ) async throws(StoreFailure) -> [Guid: String] {
    guard !invoices.isEmpty else { return [:] }
    let couplings = try await page.run.integration.state.couplings(
      page.run.mapping.pair, Way.direction.target, ids: invoices
    ).compactMap { $0 }
    // Nothing holds an invoice whose partner is gone.
    let there = try await page.run.source.records(
      Way.Source.self, ids: couplings.map { $0.id(Way.direction.source) })
    let names = Dictionary(
      there.map { ($0.id, page.run.integration.name(of: $0.record, id: $0.id)) }
    ) { first, _ in first }
    var holders: [Guid: String] = [:]
    for coupling in couplings {
      holders[coupling.id(Way.direction.target)] = names[coupling.id(Way.direction.source)]
    }
    return holders
  }

  private func sentence(
    _ row: PageRow<Way>, _ other: StoredRecord<Way.Target>, heldBy holder: String?,
    _ page: Page<Way>
  ) -> String {
    let integration = page.run.integration
    let mapping = CommandWord.of(page.run.mapping.name)
    let names = [
      integration.name(of: row.source.record, id: row.source.id),
      integration.name(of: other.record, id: other.id),
    ].map(CommandWord.of).joined(separator: " ")
    let coupling = "'mapsync couple \(mapping) \(names)' couples the two"
    guard let holder else { return "is in Sales already and not coupled; \(coupling)" }
    return "is in Sales already and coupled with '\(holder)'; 'mapsync uncouple \(mapping) "
      + "\(CommandWord.of(holder))' parts them, then \(coupling)"
  }
}

import MapRuntime
import MapSync

/// What follows the creation of documents, as their mapping says (`after: { created: … }`). It is done
/// before the page is recorded, and may be done again: a kill in between leaves a record that is
/// looked at again, and whose effects are then still owed.
extension HeaderPage {
  func finish(_ page: Page<Way>) async throws(StoreFailure) {
    try await coupleLines(page)
    try await followCreations(page)
    try await followWins(page)
  }

  /// Whether what follows the creation of a coupled document may be missing.
  func isOwed(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool {
    row.earlier.map { owes($0, row) } ?? false || isWonAnew(row, page)
  }

  /// Whether what was noted of a document says that something of its creation is missing. What failed
  /// since, as telling what was paid of it, says nothing of that: a failure of the creation stands in
  /// the coupling too.
  private func owes(_ earlier: Entry, _ row: PageRow<Way>) -> Bool {
    earlier.kind != .failed && earlier.kind != .skipped
      || row.coupling?[Way.direction] == .failure
  }

  private func followCreations(_ page: Page<Way>) async throws(StoreFailure) {
    guard let effect = part.policy.effect(of: .created) else { return }
    var rows: [PageRow<Way>] = []
    for index in page.rows.indices {
      let row = page.rows[index]
      let isNew = row.fate == .create && row.newID != nil && row.predecessor == nil
      let isThere = row.fate == .unchanged || row.fate == .update
      if isNew || isThere && owing.contains(row.source.id) { rows.append(row) }
    }
    try await leaveClosed(&rows, page)
    if effect.archive != nil { try await archive(effect, &rows, page) }
    if effect.releases {
      try await WriteRetry.again(rows.compactMap { $0.documentID(.bc) }) {
        ids throws(StoreFailure) in
        try await part.lines.integration.bc.act(.release, on: ids, in: bcTable)
      }.report(&rows, page)
    }
    try await set(effect, .bc, nil, &rows, page)
    let payments = try await payments(of: rows)
    for (state, group) in ends(of: rows, effect, payments) {
      var group = group
      try await set(effect, .sales, state, &group, page)
      for row in group {
        row.hasFollowed = true
        if part.policy.followsPayments, let state {
          row.story = InvoiceStates<Way>.story(state, payments[row.source.id])
        }
      }
    }
  }

  /// What was there may have been closed in Sales meanwhile, in a state that is none of ours: that is not
  /// opened again (R H-14).
  private func leaveClosed(
    _ rows: inout [PageRow<Way>], _ page: Page<Way>
  ) async throws(StoreFailure) {
    guard followsPosted, let states = part.policy.states,
      let column = Way.Target.table.column(states.field)
    else { return }
    let ids = rows.filter { $0.fate != .create }.compactMap { $0.coupling?.salesID }
    guard !ids.isEmpty else { return }
    let there = Dictionary(
      try await page.run.target.records(Way.Target.self, ids: ids.sorted()).map { ($0.id, $0) }
    ) { first, _ in first }
    rows.removeAll { row in
      guard row.fate != .create, let coupling = row.coupling, let target = there[coupling.salesID]
      else { return false }
      if target.version.number == coupling.version(.sales) { untouched.insert(row.source.id) }
      let state = RecordValues(of: target.record)[column].option
      switch state.flatMap({ states.rule(in: $0) }) {
      case .takeIn, .update, .stateOnly: return false
      case .refuse, .ignore, nil:
        row.hasFollowed = true
        return true
      }
    }
  }

  /// The states in which new documents end. An invoice may be paid before it goes to Sales, or before
  /// it is looked at again after a kill: it takes the state of its payments at once (R H-15 to H-18).
  private func ends(
    of rows: [PageRow<Way>], _ effect: DocumentPolicy.Effect, _ payments: [Guid: InvoicePayment]
  ) -> [(state: DocumentState?, rows: [PageRow<Way>])] {
    guard Way.direction == .toSales, part.policy.followsPayments, !rows.isEmpty else {
      return [(effect.state, rows)]
    }
    return Dictionary(grouping: rows) { row in
      payments[row.source.id].flatMap { part.policy.state(after: $0) } ?? effect.state
    }.map { ($0.key, $0.value) }.sorted { ($0.state?.name ?? "-") < ($1.state?.name ?? "-") }
  }

  private func payments(
    of rows: [PageRow<Way>]
  ) async throws(StoreFailure) -> [Guid: InvoicePayment] {
    guard Way.direction == .toSales, part.policy.followsPayments, !rows.isEmpty else { return [:] }
    return try await part.lines.source.payments(
      of: rows.map(\.source.id), in: Way.Source.table)
  }

  private var bcTable: RecordTable { Way.Mapping.table(.bc) }

  /// Fields of one side's documents, written whatever state locks them, and the state of Sales ones.
  private func set(
    _ effect: DocumentPolicy.Effect, _ side: Side, _ state: DocumentState?,
    _ rows: inout [PageRow<Way>], _ page: Page<Way>
  ) async throws(StoreFailure) {
    let assignments = side == .bc ? effect.setBC : effect.setSales
    guard !rows.isEmpty, !assignments.isEmpty || state != nil else { return }
    let table = Way.Mapping.table(side)
    let description = page.run.integration.table(side, table.name)
    var fields = assignments.map(\.field)
    var values = assignments.map { assignment in
      assignment.value.value(
        as: description?.field(assignment.field)?.type ?? .memo(length: nil), on: side,
        in: page.run.values)
    }
    // A Sales record belongs to the company that took it in (R E-5, M-1).
    if side == .sales, let field = description?.roles.company,
      let company = page.run.integration.company,
      let owner = description?.field(field)?.refersTo.first?.table
    {
      fields.append(field)
      values.append(.lookup(Lookup(table: owner, id: company)))
    }
    let written = rows.compactMap { row in
      row.documentID(side).map { FieldRow(id: $0, values) }
    }
    let results = try await WriteRetry.again(written) { written throws(StoreFailure) in
      try await page.run.integration.store(side).rewrite(written, fields, state: state, in: table)
    }
    for (row, result) in zip(rows, results) {
      guard case .written(_, let version) = result else { continue }
      if side == Way.direction.source {
        row.note(source: version)
      } else if followsPosted, row.fate == .create || untouched.contains(row.source.id) {
        row.note(target: version)
      }
    }
    results.report(&rows, page)
  }

  /// A copy of the BC quote that a document came from goes to the archive, and the document gets its
  /// number (R E-19). The quotes are another mapping's: its runs keep out meanwhile, and what one of
  /// them left open is settled first, as this write would pass for that run's own (B6).
  private func archive(
    _ effect: DocumentPolicy.Effect, _ rows: inout [PageRow<Way>], _ page: Page<Way>
  ) async throws(StoreFailure) {
    guard let field = effect.archive, let column = Way.Source.table.column(field) else { return }
    var integration = page.run.integration
    var came: [(row: PageRow<Way>, origin: Lookup)] = []
    for row in rows {
      guard let origin = RecordValues(of: row.source.record)[column].lookup else { continue }
      came.append((row, origin))
    }
    let quotes = integration.mappings.first { mapping in
      mapping.pair.bc == bcTable.name && came.contains { $0.origin.table == mapping.pair.sales }
    }
    guard let quotes else { return }
    // Who runs the quotes may be waiting for these documents.
    integration.patience = min(integration.patience, .seconds(2))
    do throws(StoreFailure) {
      try await integration.holding(quotes) { integration throws(StoreFailure) in
        try await archive(came, quotes, page, integration)
      }
      rows.removeAll { $0.fate == .failed }
    } catch .busy {
      let waiting = Set(came.map(\.row.source.id))
      for (row, _) in came {
        page.note(
          row, .interrupted,
          "is looked at again: \(quotes.name) is at work, and is to archive what it came from")
      }
      rows.removeAll { waiting.contains($0.source.id) }
    }
  }

  private func archive(
    _ came: [(row: PageRow<Way>, origin: Lookup)], _ quotes: BoundMapping, _ page: Page<Way>,
    _ integration: Integration
  ) async throws(StoreFailure) {
    let couplings = try await integration.state.couplings(
      quotes.pair, .sales, ids: came.map(\.origin.id))
    var archived: [(quote: Coupling, row: PageRow<Way>)] = []
    for ((row, _), coupling) in zip(came, couplings) {
      guard let coupling else { continue }
      let results = try await WriteRetry.again([coupling.bcID]) { ids throws(StoreFailure) in
        try await integration.bc.act(.archive(by: row.documentID(.bc)), on: ids, in: bcTable)
      }
      switch results.first {
      case .written: archived.append((coupling, row))
      // Whoever deleted the quote, or made an order of it by hand, left nothing to archive.
      case .missing: row.story = "the quote that it came from is gone in Business Central"
      case .stale, .refused, .failed, nil:
        var one = [row]
        results.report(&one, page)
      }
    }
    guard !archived.isEmpty else { return }
    try await tell(archived, quotes, page, integration)
  }

  /// Both documents say what became of the quote (B7).
  private func tell(
    _ archived: [(quote: Coupling, row: PageRow<Way>)], _ quotes: BoundMapping, _ page: Page<Way>,
    _ integration: Integration
  ) async throws(StoreFailure) {
    var outcome = PageOutcome(
      job: page.run.job, mapping: quotes.name, pair: quotes.pair, direction: Way.direction,
      at: integration.clock())
    for (quote, row) in archived {
      row.story =
        "came from quote '\(integration.name(of: quote.bcKey, in: bcTable.name))', and has its number"
      outcome.events.append(
        HistoryEvent(
          at: outcome.at, kind: .updated, mapping: quotes.name, direction: Way.direction,
          bcID: quote.bcID, salesID: quote.salesID, job: page.run.job,
          message: "is archived: order "
            + "'\(integration.name(of: row.source.record, id: row.source.id))' came of it, "
            + "and has its number"))
    }
    _ = try await integration.state.record(outcome)
  }
}

extension PageRow {
  /// The document of a side.
  fileprivate func documentID(_ side: Side) -> Guid? {
    side == Way.direction.source ? source.id : newID ?? coupling?.id(side)
  }
}

extension [WriteResult] {
  /// Fails the rows of which something could not be done; they are done with.
  func report<Way: OneWay>(_ rows: inout [PageRow<Way>], _ page: Page<Way>) {
    for (row, result) in zip(rows, self) {
      switch result {
      case .written: continue
      case .missing: page.fail(row, "was deleted while it was being taken in")
      case .stale: page.fail(row, "was changed while it was being taken in")
      case .refused(let sentence), .failed(let sentence): page.fail(row, sentence)
      }
    }
    rows.removeAll { $0.fate == .failed }
  }
}

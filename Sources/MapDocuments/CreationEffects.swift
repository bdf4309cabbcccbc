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

  private func followCreations(_ page: Page<Way>) async throws(StoreFailure) {
    guard let effect = part.policy.effect(of: .created) else { return }
    var rows: [PageRow<Way>] = []
    for index in page.rows.indices {
      let row = page.rows[index]
      let isNew = row.fate == .create && row.newID != nil && row.predecessor == nil
      if isNew || row.fate == .unchanged && owing.contains(row.source.id) { rows.append(row) }
    }
    if effect.archive != nil { try await archive(effect, &rows, page) }
    if effect.releases {
      try await part.lines.integration.bc.act(
        .release, on: rows.compactMap { $0.documentID(.bc) }, in: bcTable
      ).report(&rows, page)
    }
    try await set(effect, .bc, nil, &rows, page)
    for (state, group) in try await ends(of: rows, effect) {
      var group = group
      try await set(effect, .sales, state, &group, page)
      for row in group {
        row.hasFollowed = true
        if part.policy.followsPayments, let state { row.story = InvoiceStates<Way>.story(state) }
      }
    }
  }

  /// The states in which new documents end. An invoice may be paid before it goes to Sales, or before
  /// it is looked at again after a kill: it takes the state of its payments at once (R H-15 to H-18).
  private func ends(
    of rows: [PageRow<Way>], _ effect: DocumentPolicy.Effect
  ) async throws(StoreFailure) -> [(state: DocumentState?, rows: [PageRow<Way>])] {
    guard Way.direction == .toSales, part.policy.followsPayments, !rows.isEmpty else {
      return [(effect.state, rows)]
    }
    let payments = try await part.lines.source.payments(
      of: rows.map(\.source.id), in: Way.Source.table)
    return Dictionary(grouping: rows) { row in
      payments[row.source.id].flatMap { part.policy.state(after: $0) } ?? effect.state
    }.map { ($0.key, $0.value) }.sorted { ($0.state?.name ?? "-") < ($1.state?.name ?? "-") }
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
    let results = try await page.run.integration.store(side).rewrite(
      rows.compactMap { row in row.documentID(side).map { FieldRow(id: $0, values) } },
      fields, state: state, in: table)
    if side == Way.direction.source {
      for (row, result) in zip(rows, results) {
        if case .written(_, let version) = result { row.note(source: version) }
      }
    }
    results.report(&rows, page)
  }

  /// A copy of the BC quote that a document came from goes to the archive, and the document gets its
  /// number (R E-19).
  private func archive(
    _ effect: DocumentPolicy.Effect, _ rows: inout [PageRow<Way>], _ page: Page<Way>
  ) async throws(StoreFailure) {
    guard let field = effect.archive, let column = Way.Source.table.column(field) else { return }
    let integration = page.run.integration
    let origins = rows.map { RecordValues(of: $0.source.record)[column].lookup }
    let pairs = Set(integration.mappings.map(\.pair)).filter { pair in
      pair.bc == bcTable.name && origins.contains { $0?.table == pair.sales }
    }
    guard let pair = pairs.first else { return }
    let couplings = try await integration.state.couplings(
      pair, .sales, ids: origins.compactMap { $0?.id })
    var quotes: [Guid: Guid] = [:]
    for coupling in couplings { if let coupling { quotes[coupling.salesID] = coupling.bcID } }
    for (row, origin) in zip(rows, origins) {
      guard let quote = origin.flatMap({ quotes[$0.id] }) else { continue }
      let order = row.documentID(.bc)
      let results = try await integration.bc.act(.archive(by: order), on: [quote], in: bcTable)
      var one = [row]
      results.report(&one, page)
    }
    rows.removeAll { $0.fate == .failed }
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

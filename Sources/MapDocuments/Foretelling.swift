import MapRuntime
import MapSync

/// What a run would say of documents that it does not write (B7): by the questions by which it decides.
extension HeaderPage {
  func remarks(_ page: Page<Way>) async throws(StoreFailure) -> [Guid: DocumentRemark] {
    var remarks: [Guid: DocumentRemark] = [:]
    let refusals = try await refusals(page)
    for row in page.rows {
      switch row.fate {
      case .ignored, .skipped:
        remarks[row.source.id] = reason(row, refusals[row.source.id], page)
          .map { DocumentRemark.passedOver($0) }
      case .unchanged where owing.contains(row.source.id):
        remarks[row.source.id] = .follows("what follows its creation is still to be done")
      case .unchanged where staying[row.source.id] != nil:
        remarks[row.source.id] = staying[row.source.id].map { DocumentRemark.passedOver($0) }
      case .create:
        let count = drafts[row.source.id]?.lines.count { $0.result != nil } ?? 0
        guard count > 0 else { continue }
        remarks[row.source.id] = .writes("with \(count) \(count == 1 ? "line" : "lines")")
      case .update:
        remarks[row.source.id] = drafts[row.source.id]?.story.map { DocumentRemark.writes($0) }
      case .unchanged, .failed, .held, .uncouple, .delete: continue
      }
    }
    let payments = try await payments(page)
    let gone = try await GoneDocuments(page.run.mapping, Way.direction, page.run.integration)
      .find(payments.gone + lost(page))
    for (id, gone) in gone where remarks[id] != nil { remarks[id] = .passedOver(gone.message) }
    try await tell(payments.due, &remarks, page)
    return remarks
  }

  /// Invoices that are in another state in Sales than their payments say.
  private func tell(
    _ due: [PaidInvoice], _ remarks: inout [Guid: DocumentRemark], _ page: Page<Way>
  ) async throws(StoreFailure) {
    guard !due.isEmpty else { return }
    let news = try await InvoiceStates(part.policy, page.run).news(among: due)
    let due = Dictionary(
      due.map { ($0.coupling.id(Way.direction.source), $0) }
    ) { first, _ in first }
    for row in page.rows {
      let id = row.source.id
      guard let invoice = due[id] else { continue }
      let name = page.run.integration.name(of: row.source.record, id: id)
      let story = InvoiceStates<Way>.story(invoice.state, invoice.payment)
      remarks[id] =
        news.contains(invoice.coupling.bcID) || owing.contains(id)
        ? .follows("in Sales it is then \(story)")
        : .passedOver(InvoiceStates<Way>.unseen(invoice, CommandWord.of(name)))
    }
  }

  /// The couplings of documents that were taken in and that BC no longer has; those of invoices are found
  /// with their payments.
  private func lost(_ page: Page<Way>) async throws(StoreFailure) -> [Coupling] {
    guard Way.direction == .toBC, !part.isTwoWay else { return [] }
    let couplings = page.rows.filter { !isSettledWin($0) }.compactMap(\.coupling)
    guard !couplings.isEmpty else { return [] }
    let there = Set(
      try await page.run.target.records(
        Way.Target.self, ids: couplings.map { $0.id(Way.direction.target) }
      ).map(\.id))
    return couplings.filter { !there.contains($0.id(Way.direction.target)) }
  }

  /// The coupled invoices beside what was paid of them.
  private func payments(
    _ page: Page<Way>
  ) async throws(StoreFailure) -> InvoiceStates<Way>.Compared {
    let couplings = page.rows.compactMap(\.coupling)
    guard Way.direction == .toSales, part.policy.followsPayments, !couplings.isEmpty,
      let states = part.policy.states
    else { return InvoiceStates<Way>.Compared() }
    return try await InvoiceStates(part.policy, page.run).compare(couplings, states)
  }

  /// Why a person's command would refuse documents that no run takes in by itself, by source.
  private func refusals(_ page: Page<Way>) async throws(StoreFailure) -> [Guid: String] {
    let asked = page.rows.filter { row in
      (row.fate == .ignored || row.fate == .skipped) && row.coupling == nil
        && row.earlier?.kind != .skipped && page.run.accepts(row.source.record)
        && !isOfAnotherCompany(row, page.run) && rule(of: row.source.record) == .takeIn
        && !mayCreate(row, page)
    }
    guard !asked.isEmpty else { return [:] }
    let taking = try await Way.looking(page.run.mapping, page.run.integration, .create)
    let taken = try await ForeseenPage(
      ConvertedPage(PlannedPage(taking, asked.map(\.source)))
    ).page
    return Dictionary(
      taken.rows.filter { $0.fate == .failed }.map { row in
        (row.source.id, row.entry?.message ?? "cannot be taken in")
      }
    ) { first, _ in first }
  }

  /// Why a document is passed over; nil for what is said of every record.
  private func reason(
    _ row: PageRow<Way>, _ refusal: String?, _ page: Page<Way>
  ) -> String? {
    let run = page.run
    if isOfAnotherCompany(row, run) { return "belongs to another company, which takes it in" }
    if row.coupling != nil {
      if let goesOn = goesOn(row, page) { return goesOn }
      if part.isTwoWay { return nil }
      guard isWonUnseen(row), !mayCreate(row, page) else { return "is taken in already" }
      return ["is won, and what follows is still to be done", asking(row, nil, page)].joined
    }
    guard row.earlier?.kind != .skipped else {
      return "failed twice with the same message; 'retry' tries it again"
    }
    guard run.accepts(row.source.record) else { return nil }
    // What nobody asks for any more is decided by its state.
    if row.earlier?.kind == .held, !page.task.isDue, rule(of: row.source.record) == .takeIn {
      return "waits still, and comes by itself once what it waits for is there"
    }
    switch rule(of: row.source.record) {
    case .takeIn: return asking(row, refusal, page)
    case .refuse: return nil
    case .update, .stateOnly, .ignore, nil: return untaken(row.source.record)
    }
  }

  /// Of a Sales document that is over and whose order in Business Central is not: that goes on (R K-1).
  private func goesOn(_ row: PageRow<Way>, _ page: Page<Way>) -> String? {
    let integration = page.run.integration
    let teller = integration.mappings.first {
      $0.pair == page.run.mapping.pair && $0.isRun && $0.document?.effect(of: .deleted) != nil
    }
    guard Way.direction == .toBC, let policy = teller?.document, let states = policy.states,
      let column = Way.Source.table.column(states.field),
      let state = RecordValues(of: row.source.record)[column].option,
      let closed = policy.closed(state, integration.table(.sales, Way.Source.table.name)),
      closed.state != policy.effect(of: .completelyInvoiced)?.state?.state
    else { return nil }
    return
      "is '\(closed.name)' in Sales, and its order in Business Central goes on; delete that there, "
      + "where nobody wants it"
  }

  /// What lets a document through that nobody takes in by itself.
  ///
  /// - Parameter refusal: Why that would refuse it; nil where it would not.
  private func asking(
    _ row: PageRow<Way>, _ refusal: String?, _ page: Page<Way>
  ) -> String? {
    let name = page.run.integration.name(of: row.source.record, id: row.source.id)
    let command = page.run.mapping.command(name, Way.direction).map { command in
      "'\(command)' " + (refusal.map { "would refuse it: \($0)" } ?? "takes it in")
    }
    guard let creation = part.policy.creation(Way.direction), !mayCreate(row, page) else {
      return command
    }
    guard let setting = creation.enabledBy,
      page.run.values.setting(setting) != .boolean(true)
    else { return ["is not among those that are taken in by themselves", command].joined }
    return ["the setting '\(setting)' is off", command].joined
  }
}

extension [String?] {
  fileprivate var joined: String { compactMap { $0 }.joined(separator: "; ") }
}

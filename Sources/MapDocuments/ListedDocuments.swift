import MapRuntime
import MapSync

/// How a document stands, and what is to say of it.
private typealias Outcome = (DocumentList.Standing, String)

/// The documents of one direction.
struct ListedDocuments<Way: OneWay> {
  private let integration: Integration
  private let mapping: BoundMapping
  /// As a person's command takes documents in.
  private let taking: DirectionRun<Way>
  /// As a run writes those again that are there.
  private let writing: DirectionRun<Way>

  init(_ integration: Integration, _ mapping: BoundMapping) async throws(StoreFailure) {
    self.integration = integration
    self.mapping = mapping
    taking = try await Way.looking(mapping, integration, .create)
    writing = try await Way.looking(mapping, integration, .merge)
  }

  func lines(_ choice: DocumentList.Choice) async throws(StoreFailure) -> [DocumentList.Line] {
    switch choice {
    case .some(let ids):
      return try await lines(
        try await integration.store(Way.direction.source).records(Way.Source.self, ids: ids))
    case .all(let withTaken, let limit):
      let store = integration.store(Way.direction.source)
      // What another company takes in is not this one's to list.
      let query = RecordQuery(condition, company: taking.sourceCompany)
      var after: Guid?
      var found: [DocumentList.Line] = []
      while found.count < limit {
        let page = try await store.records(
          Way.Source.self, query, after: after, limit: min(store.batchSize, max(limit, 100)))
        guard let last = page.last else { break }
        after = last.id
        found += try await lines(page).filter { withTaken || $0.standing != .taken }
      }
      return Array(found.prefix(limit))
    }
  }

  /// What a mapping may take in: of Sales documents those in the states in which it does.
  private var condition: RowCondition {
    let side = Way.direction.source
    var condition = Way.Mapping.filter(side, integration.run)
    if side == .sales, let states = mapping.document?.states {
      condition.clauses += states.condition([.takeIn]).clauses
    }
    return condition
  }

  private func lines(
    _ records: [StoredRecord<Way.Source>]
  ) async throws(StoreFailure) -> [DocumentList.Line] {
    let foreseen = try await ForeseenPage(ConvertedPage(PlannedPage(taking, records)))
    let rows = foreseen.page.rows
    let side = Way.direction.target
    let partners = try await integration.store(side).records(
      Way.Target.self, ids: rows.compactMap { $0.coupling?.id(side) })
    let there = Dictionary(
      partners.map { ($0.id, integration.name(of: $0.record, id: $0.id)) }
    ) { first, _ in first }
    let gone = try await GoneDocuments(mapping, Way.direction, integration).find(
      rows.compactMap(\.coupling).filter { there[$0.id(side)] == nil })
    let again = try await again(rows)
    let owed = try await payments(rows)
    let first = try await ReferredFirst<Way>(mapping, integration).find(rows)
    return rows.map { row in
      let partner = row.coupling.map { there[$0.id(side)] }
      let (standing, message) =
        if let outcome = again[row.source.id] {
          outcome
        } else if let gone = gone[row.source.id] {
          standing(gone, row)
        } else if let partner {
          told(coupled(row, partner ?? row.source.id.description), owed[row.source.id])
        } else {
          first[row.source.id] ?? uncoupled(row, isAttempted: foreseen.isAttempted)
        }
      return DocumentList.Line(
        id: row.source.id, number: number(row), name: Self.name(of: row.source.record),
        standing: standing, message: message)
    }
  }

  /// Documents of which both sides work and something was noted: what the next run says of them.
  private func again(_ rows: [PageRow<Way>]) async throws(StoreFailure) -> [Guid: Outcome] {
    guard mapping.worksBothWays else { return [:] }
    let noted = rows.filter { row in
      row.coupling.map { row.earlier != nil || Self.hasFailed($0) } ?? false
    }
    guard !noted.isEmpty else { return [:] }
    let page = try await ForeseenPage(
      ConvertedPage(PlannedPage(writing, noted.map(\.source)))
    ).page
    var outcomes: [Guid: Outcome] = [:]
    for row in page.rows {
      switch row.fate {
      case .failed: outcomes[row.source.id] = (.failed, row.entry?.message ?? "cannot be written")
      case .held: outcomes[row.source.id] = (.waiting, row.entry?.message ?? "waits")
      case .update: outcomes[row.source.id] = (.ready, "is written again by the next run")
      case .create, .ignored, .skipped, .unchanged, .uncouple, .delete: continue
      }
    }
    for (id, back) in try await failedBack(noted) where outcomes[id]?.0 != .failed {
      outcomes[id] = back
    }
    return outcomes
  }

  private static func hasFailed(_ coupling: Coupling) -> Bool {
    Direction.allCases.contains { coupling[$0] == .failure }
  }

  /// What was noted the last time of documents that do not come back from the other side.
  private func failedBack(
    _ rows: [PageRow<Way>]
  ) async throws(StoreFailure) -> [Guid: Outcome] {
    let back = Way.direction.reversed
    let failed = rows.compactMap(\.coupling).filter { $0[back] == .failure }
    guard !failed.isEmpty else { return [:] }
    let entries = try await integration.state.entries(
      mapping.name, back, ids: failed.map { $0.id(back.source) })
    var found: [Guid: Outcome] = [:]
    for coupling in failed {
      let id = coupling.id(back.source)
      guard let entry = entries.first(where: { $0.sourceID == id && !$0.kind.waits }) else {
        continue
      }
      let system = back.source == .bc ? "Business Central" : "Sales"
      found[coupling.id(Way.direction.source)] = (.failed, "from \(system), \(lastTried(entry))")
    }
    return found
  }

  /// Invoices of which Sales is still to be told what was paid.
  private func payments(_ rows: [PageRow<Way>]) async throws(StoreFailure) -> [Guid: Outcome] {
    guard Way.direction == .toSales, let policy = mapping.document, policy.followsPayments,
      let states = policy.states
    else { return [:] }
    let invoices = InvoiceStates(policy, taking)
    let due = try await invoices.compare(rows.compactMap(\.coupling), states).due
    let news = try await invoices.news(among: due)
    var outcomes: [Guid: Outcome] = [:]
    let names = Dictionary(
      rows.map { ($0.source.id, CommandWord.of(number($0))) }
    ) { first, _ in first }
    for invoice in due {
      let id = invoice.coupling.id(Way.direction.source)
      let name = names[id] ?? id.description
      let story = InvoiceStates<Way>.story(invoice.state, invoice.payment)
      outcomes[id] = (
        .ready,
        news.contains(invoice.coupling.bcID)
          ? "Sales is still to be told that it is \(story); the next run does, or 'mapsync invoices "
            + "refresh \(name)'" : InvoiceStates<Way>.unseen(invoice, name)
      )
    }
    return outcomes
  }

  private func told(_ outcome: Outcome, _ owed: Outcome?) -> Outcome {
    outcome.0 == .taken ? owed ?? outcome : outcome
  }

  private func standing(_ gone: GoneDocuments.Gone, _ row: PageRow<Way>) -> Outcome {
    if gone.isPosted { return (.posted, gone.message) }
    // Whatever was to follow a won quote was done.
    guard row.fate == .failed else { return (.taken, "is gone since; nothing is left to be done") }
    return (.lost, gone.message)
  }

  private func uncoupled(_ row: PageRow<Way>, isAttempted: Bool) -> Outcome {
    switch row.fate {
    case .create:
      if let earlier = row.earlier, earlier.kind == .failed, !isAttempted {
        return (.failed, lastTried(earlier))
      }
      return (.ready, comes(row))
    case .held: return (.waiting, row.entry?.message ?? "waits")
    case .failed: return (.failed, row.entry?.message ?? "cannot be taken in")
    case .skipped, .ignored, .unchanged, .update, .uncouple, .delete:
      guard let earlier = row.earlier else { return (.ready, comes(row)) }
      return (
        .failed,
        earlier.message + "; 'mapsync retry \(CommandWord.of(mapping.name)) "
          + "\(CommandWord.of(number(row)))' tries again"
      )
    }
  }

  /// What is there; something that follows may be missing still.
  private func coupled(_ row: PageRow<Way>, _ partner: String) -> Outcome {
    switch row.fate {
    case .failed: return (.failed, row.entry?.message ?? "lacks what follows its creation")
    case .held: return (.waiting, row.entry?.message ?? "waits")
    case .unchanged:
      if let later = row.laters.first { return (.waiting, later.message) }
      if let earlier = row.earlier, earlier.kind == .failed,
        earlier.message != mapping.document?.won?.lacksOrder
      {
        return (.failed, lastTried(earlier))
      }
      let what = isWon(row) ? "is won, and what follows" : "is there, and what follows its creation"
      return (.ready, what + " is still to be done; " + comes(row))
    case .create, .update, .skipped, .ignored, .uncouple, .delete:
      guard let earlier = row.earlier, !earlier.kind.waits else { return (.taken, partner) }
      return (.failed, lastTried(earlier))
    }
  }

  /// A failure of a write, of which only the next one shows whether it holds.
  private func lastTried(_ entry: Entry) -> String {
    "when last tried, \(entry.at): \(entry.message)"
  }

  private func isWon(_ row: PageRow<Way>) -> Bool {
    guard let won = mapping.document?.won,
      let column = mapping.document?.states.flatMap({ Way.Source.table.column($0.field) })
    else { return false }
    return RecordValues(of: row.source.record)[column] == .option(won.state.state)
  }

  private func number(_ row: PageRow<Way>) -> String {
    integration.name(of: row.source.record, id: row.source.id)
  }

  private static func name(of record: Way.Source) -> String? {
    guard let column = Way.Source.table.column("name") else { return nil }
    return RecordValues(of: record)[column].text
  }

  /// How what nothing keeps is taken in: by itself, or by a command.
  private func comes(_ row: PageRow<Way>) -> String {
    let byItself =
      row.earlier != nil
      || !mapping.worksBothWays
        && mapping.document?.takesByItself(row.source.record, Way.direction, taking.values) == true
    if mapping.isScheduled && byItself { return "goes with the next run" }
    guard let command = mapping.command(number(row), Way.direction) else {
      return "goes by a command"
    }
    return "goes by '\(command)'"
  }
}

/// Documents that wait for records which a run brings first (`uncoupled: synchronize`): a list must not say
/// that a person has to.
private struct ReferredFirst<Way: OneWay> {
  private let integration: Integration
  /// Those whose records are brought.
  private let mappings: [BoundMapping]

  init(_ mapping: BoundMapping, _ integration: Integration) {
    self.integration = integration
    let slots = integration.mappings
      .filter { $0.name == mapping.name || $0.policy.parent == mapping.name && $0.policy.isEnabled }
      .flatMap { $0.type.slots(Way.direction) }
    let names = Set(slots.filter { $0.uncoupled == .synchronize }.flatMap(\.mappings))
    mappings = integration.mappings.filter {
      names.contains($0.name) && $0.policy.scope == .all
        && $0.policy.creates.contains(Way.direction)
    }
  }

  func find(_ rows: [PageRow<Way>]) async throws(StoreFailure) -> [Guid: Outcome] {
    var outcomes: [Guid: Outcome] = [:]
    for mapping in mappings {
      var waiting: [(row: PageRow<Way>, entry: Entry, missing: Guid)] = []
      for row in rows where row.fate == .held {
        guard let entry = row.entry, let missing = entry.missing, let id = missing.id,
          missing.pair == mapping.pair, missing.side == Way.direction.source
        else { continue }
        waiting.append((row, entry, id))
      }
      let ids = Set(waiting.map(\.missing)).sorted()
      let previews = try await Preview(integration).records(
        mapping, Way.direction, .create, ids: ids)
      let found = Dictionary(previews.map { ($0.source, $0) }) { first, _ in first }
      for one in waiting {
        guard let preview = found[one.missing] else { continue }
        outcomes[one.row.source.id] =
          preview.fate == .create
          ? (.ready, "'\(preview.name)' of \(mapping.name) comes with it")
          : (.waiting, one.entry.message + (preview.message.map { ": \($0)" } ?? ""))
      }
    }
    return outcomes
  }
}

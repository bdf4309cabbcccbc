import MapRuntime
import MapSync

/// The headers of one page, with the lines that go with them.
final class HeaderPage<Way: OneWay, Lines: OneWay>: DocumentPage {
  let part: HeaderPart<Way, Lines>
  /// What is to be created, by its source.
  var drafts: [Guid: DocumentDraft<Way, Lines>] = [:]
  /// Rows that are coupled and lack what follows their creation: their run ended in between.
  var owing: Set<Guid> = []
  /// The documents of which a copy goes to the archive when others are written, by source.
  var archived: [Guid: Guid] = [:]
  /// Rows that were coupled before and whose targets nobody changed since.
  var untouched: Set<Guid> = []
  /// Why targets stay as they are though their sources changed, by source.
  var staying: [Guid: String] = [:]
  /// The couplings of lines that a run would make and one that only looks does not, by their sources.
  var foreseen: [Guid: Coupling] = [:]
  /// Lines that are coupled and described otherwise on the other side, by their sources.
  var redescribed: Set<Guid> = []
  /// Where lines describe what they sell, in the order in which they are asked.
  private let descriptions: [Int]
  /// Which lines are ones without a product; nil where all are.
  private let writeIn: RowCondition?

  init(_ part: HeaderPart<Way, Lines>) {
    self.part = part
    descriptions = (part.line?.overflow?.from ?? []).compactMap { Lines.Source.table.column($0) }
    writeIn = part.line?.writeIn?.when[Lines.direction.source]
      .map { $0.known(of: Lines.Source.table, in: part.lines.values) }
  }

  /// What a person mends elsewhere lets a document through by itself.
  var rests: Bool { false }
}

/// What becomes of a header, as its state and the setup have it (F15; R E-1, E-2, E-4, G-1, G-2).
extension HeaderPage {
  func decide(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool {
    if isOfAnotherCompany(row, page.run), !page.run.mode.countsAll {
      // Whoever waited here was taken in there.
      row.isOver = true
      row.fate = .ignored
      return true
    }
    if row.coupling != nil {
      if part.isTwoWay { return decideTwoWay(row, page) }
      if follows(row, page) { return false }
    }
    take(row, page)
    return true
  }

  /// What was taken in once is not written again, unless both sides work on it; of a posted invoice people
  /// may still change the header.
  func update(
    _ updates: [RecordUpdate<Way.Target>]
  ) async throws(StoreFailure) -> [WriteResult] {
    if part.isTwoWay { return try await updateTwoWay(updates) }
    guard followsPosted else {
      throw .unknown("a document that is taken in once was to be written again")
    }
    return try await part.lines.target.rewrite(updates, state: nil)
  }

  private func take(_ row: PageRow<Way>, _ page: Page<Way>) {
    let run = page.run
    if row.coupling != nil {
      // A document is taken in once; what followed its creation may be missing.
      let isOwed = isOwed(row, page)
      if isOwed { owing.insert(row.source.id) }
      row.fate = isOwed ? .unchanged : passedOver(run)
      return
    }
    if row.earlier?.kind == .skipped && !page.task.isDue {
      row.fate = .skipped
      return
    }
    // Nothing is concluded from a record that cannot be read, but that it cannot be.
    guard row.source.damage == nil else {
      row.fate = .create
      return
    }
    guard run.accepts(row.source.record) else {
      row.fate = passedOver(run)
      return
    }
    if isOfAnotherCompany(row, run) {
      page.fail(row, "belongs to another company, which takes it in")
      return
    }
    switch rule(of: row.source.record) {
    case .takeIn:
      let isMeant = !part.isTwoWay || run.creates || page.task.isDue && row.earlier != nil
      row.fate = isMeant && mayCreate(row, page) ? .create : passedOver(run)
    case .refuse:
      page.fail(row, "is in state '\(state(of: row.source.record))', in which it is refused")
    case .update, .stateOnly, .ignore, nil:
      // What waited and was taken back waits no longer.
      row.isOver = true
      guard run.mode.countsAll else {
        row.fate = .ignored
        return
      }
      page.fail(row, untaken(row.source.record))
    }
  }

  /// Of a document that is in none of the states in which documents are taken in.
  func untaken(_ source: Way.Source) -> String {
    let taken = part.policy.states?.states([.takeIn]).map { "'\($0.name)'" } ?? []
    return "is in state '\(state(of: source))'; what is taken in is in state "
      + taken.joined(separator: " or ")
  }

  /// Whether another company takes a Sales document in (R M-2 to M-4, G-1).
  func isOfAnotherCompany(_ row: PageRow<Way>, _ run: DirectionRun<Way>) -> Bool {
    guard let own = run.sourceCompany else { return false }
    guard let company = row.source.company else { return !own.acceptsNone }
    return company != own.id
  }

  func passedOver(_ run: DirectionRun<Way>) -> RowFate {
    run.mode.countsAll ? .skipped : .ignored
  }

  /// A person's command asks for a creation; without one, the setup and the mapping must allow it.
  func mayCreate(_ row: PageRow<Way>, _ page: Page<Way>) -> Bool {
    if page.run.mode.trigger == .person { return true }
    // Who waited for a record goes through by itself once that is coupled (F6).
    if page.task.isDue, row.earlier != nil { return true }
    return part.policy.takesByItself(row.source.record, Way.direction, page.run.values)
  }

  /// What is done with a Sales document in its state; posted documents of BC have none.
  func rule(of source: Way.Source) -> StateRule? {
    guard Way.direction == .toBC, let states = part.policy.states else { return .takeIn }
    guard let column = Way.Source.table.column(states.field),
      let state = RecordValues(of: source)[column].option
    else { return nil }
    return states.rule(in: state)
  }

  private func state(of source: Way.Source) -> String {
    guard let states = part.policy.states, let column = Way.Source.table.column(states.field)
    else { return "" }
    let value = RecordValues(of: source)[column]
    let answer = states.answers.first { .option($0.state.state) == value }
    return answer?.state.name ?? value.description
  }
}

/// Whole documents are made of what was converted.
extension HeaderPage {
  func create(
    _ headers: [NewRecord<Way.Target>]
  ) async throws(StoreFailure) -> [WriteResult] {
    try await results(headers) { documents, revised throws(StoreFailure) in
      try await self.part.lines.target.create(documents, revised: revised)
    }
  }

  /// What a system makes of the documents of headers, a result each.
  func results(
    _ headers: [NewRecord<Way.Target>],
    _ offer: (
      [NewDocument<Way.Target, Lines.Target>], DocumentRevision<Way.Target, Lines.Target>
    ) async throws(StoreFailure) -> [WriteResult]
  ) async throws(StoreFailure) -> [WriteResult] {
    var byTarget: [Guid: DocumentDraft<Way, Lines>] = [:]
    for draft in drafts.values { if let id = draft.header.newID { byTarget[id] = draft } }
    return try await write(headers, byTarget, offer)
  }

  /// Writes headers with the lines of their drafts, which are given by the ids of the targets.
  func write(
    _ headers: [NewRecord<Way.Target>], _ byTarget: [Guid: DocumentDraft<Way, Lines>]
  ) async throws(StoreFailure) -> [WriteResult] {
    try await write(headers, byTarget) { documents, revised throws(StoreFailure) in
      try await self.part.lines.target.create(documents, revised: revised)
    }
  }

  private func write(
    _ headers: [NewRecord<Way.Target>], _ byTarget: [Guid: DocumentDraft<Way, Lines>],
    _ offer: (
      [NewDocument<Way.Target, Lines.Target>], DocumentRevision<Way.Target, Lines.Target>
    ) async throws(StoreFailure) -> [WriteResult]
  ) async throws(StoreFailure) -> [WriteResult] {
    var drafts: [DocumentDraft<Way, Lines>] = []
    for header in headers {
      guard let draft = byTarget[header.id] else {
        throw .unknown("a document without its lines was to be written")
      }
      drafts.append(draft)
    }
    var results: [WriteResult?] = Array(repeating: nil, count: headers.count)
    var taken: [DocumentDraft<Way, Lines>] = []
    var documents: [NewDocument<Way.Target, Lines.Target>] = []
    for (place, listed) in try await listed(headers, drafts).enumerated() {
      switch listed {
      case .success(let header):
        taken.append(drafts[place])
        documents.append(document(header, drafts[place]))
      case .failure(let refused): results[place] = .refused(refused.sentence)
      }
    }
    var written = try await offer(documents) { index, filled in
      DocumentFilling(self.part, taken[index]).revised(filled)
    }[...]
    return results.map { $0 ?? written.popFirst() ?? .failed("nothing was said of it") }
  }

  /// The description of a line, of any length (R E-32).
  private func text(of row: PageRow<Lines>) -> LongText? {
    guard let line = part.line, let overflow = line.overflow else { return nil }
    var found: String?
    for column in descriptions where found == nil {
      found = row.source.record.value(of: column).text.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let text = found else { return nil }
    let isWriteIn = line.writeIn != nil && isWriteIn(row.source.record)
    return LongText(text, isWriteIn ? overflow.writeIn : overflow.product)
  }

  /// Whether a line is one without a product.
  func isWriteIn(_ source: Lines.Source) -> Bool {
    guard let condition = writeIn else { return true }
    return condition.holds(RecordValues(of: source), in: Lines.Source.table)
  }

  func document(
    _ header: NewRecord<Way.Target>, _ draft: DocumentDraft<Way, Lines>
  ) -> NewDocument<Way.Target, Lines.Target> {
    let ids =
      part.isTwoWay
      ? draft.lines.map { $0.source.id.copied }
      : part.lines.integration.ids.next(draft.lines.count)
    let creatable = part.lines.columns.ofNew(Lines.direction, inDocument: true)
    var lines: [NewLine<Lines.Target>] = []
    lines.reserveCapacity(draft.lines.count)
    for index in draft.lines.indices {
      let row = draft.lines[index]
      guard let record = row.result else { continue }
      guard row.fate == .create else {
        if let target = row.target {
          lines.append(
            NewLine(
              id: target.id, record: record, columns: row.changes,
              text: redescribed.contains(row.source.id) && row.hasMore ? text(of: row) : nil,
              isNew: false))
        }
        continue
      }
      lines.append(
        NewLine(
          id: ids[index], record: record,
          columns: creatable.intersection(record.changes(from: part.lines.columns.fresh)),
          text: text(of: row)))
    }
    let columns =
      draft.there == nil
      ? header.columns.intersection(header.record.changes(from: draft.fresh)) : header.columns
    var document = NewDocument(
      NewRecord(
        id: header.id, record: header.record, columns: columns, company: header.company,
        unvalidated: header.unvalidated, replaced: header.replaced),
      lines: lines + (draft.there?.staying ?? []), freight: draft.freight,
      invoiceDiscount: draft.invoiceDiscount, notes: draft.notes,
      archived: archived[draft.header.source.id])
    document.kept = draft.there.map { KeptLines(removed: $0.removed.map(\.id)) }
    document.state = draft.state
    if draft.there == nil,
      InvoiceRounding.isMeant(draft.lines.lazy.map { $0.source.record }, part.lines.policy)
    {
      document.rounding = part.lines.integration.ids.next(1).first.map {
        RoundingLine(id: $0, text: InvoiceRounding.text)
      }
    }
    document.releases = part.isTwoWay && Way.direction == .toBC
    return document
  }
}

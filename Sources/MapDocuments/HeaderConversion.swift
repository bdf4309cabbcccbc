import MapRuntime
import MapSync

/// What belongs to headers is converted with them; of a document of which something cannot be taken,
/// nothing is (R E-3).
extension HeaderPage {
  func convert(_ page: Page<Way>) async throws(StoreFailure) {
    try await askSetup(page)
    try await failVainWaits(page)
    try await refuseNamesakes(page)
    let rows = (page.indices(.create) + changed(page)).map { page.rows[$0] }
    guard !rows.isEmpty else { return }
    var found = try await LinesOfHeaders(part).find(rows.map(\.source))
    let there = try await linesThere(rows, found, page)
    found = try await describe(rows, found, there)
    let charges = try await charges(of: rows)
    var parents: [ResolvedReference] = []
    var sources: [StoredRecord<Lines.Source>] = []
    for (row, lines) in zip(rows, found) {
      sources += lines
      parents += Array(repeating: parent(of: row), count: lines.count)
    }
    let isRetold = Way.direction == .toSales && !redescribed.isEmpty
    var task = PageTask(isDue: part.isTwoWay && (page.task.isDue || isRetold), parents: parents)
    task.foreseen = foreseen
    if Way.direction == .toBC { task.described = redescribed }
    let converted = try await ConvertedPage(PlannedPage(part.lines, sources, task)).page.rows
    let labels = try await labels(of: converted)
    let vain = try await vain(converted.compactMap(\.entry))
    let lost = try await lostPartners(rows, converted)
    let lacking = try await LackingRecords(part, page.run.values).find()
    let notes = try await notes(of: rows)
    var first = 0
    for (row, lines) in zip(rows, found) {
      let own = Array(converted[first..<first + lines.count])
      first += lines.count
      if let sentence = lost[row.source.id] { page.fail(row, sentence) }
      guard row.fate == .create || row.fate == .update,
        isWhole(row, own, labels, vain, lost, lacking, page)
      else {
        continue
      }
      draft(
        row, own, there[row.source.id], charges[row.source.id], notes[row.source.id] ?? [], lacking,
        page)
    }
    try await waitForOpen(page)
    try await endStates(page)
  }

  /// None is made while the setup lacks what they need.
  private func askSetup(_ page: Page<Way>) async throws(StoreFailure) {
    let news = page.indices(.create)
    guard !news.isEmpty, let ask = page.run.integration.obstacle,
      let obstacle = try await ask(page.run.mapping)
    else { return }
    guard !page.run.mode.writes else { throw .unready(obstacle) }
    for index in news { page.fail(page.rows[index], obstacle) }
  }

  /// What stands for the header until it has a key.
  func parent(of row: PageRow<Way>) -> ResolvedReference {
    switch Way.direction {
    case .toBC: .parent(keyParts(of: row))
    case .toSales: .sales(Lookup(table: Way.Target.table.name, id: row.newID ?? row.source.id))
    }
  }

  /// The parts of a header's key, of which the number is not known yet.
  private func keyParts(of row: PageRow<Way>) -> [String] {
    guard let result = row.result else { return [] }
    return RecordKey.parts(result.key)
  }

  /// Whether every line can be taken; where not, the header says why.
  private func isWhole(
    _ row: PageRow<Way>, _ lines: [PageRow<Lines>], _ labels: [Guid: String],
    _ vain: [Guid: String], _ lost: [Guid: String],
    _ lacking: LackingRecords<Way, Lines>.Found, _ page: Page<Way>
  ) -> Bool {
    for (index, line) in lines.enumerated() {
      let label = labels[line.source.id].map { " ('\($0)')" } ?? ""
      if let writeIn = part.line?.writeIn, let lacking = unset(writeIn, line) {
        page.fail(
          row,
          "line \(index + 1) has no product, and nothing says which one stands for it: give the "
            + "setting '\(lacking)' a value")
        return false
      }
      if let product = lacking.writeInProduct, isWriteIn(line) {
        page.fail(row, "line \(index + 1) has no product, and \(product)")
        return false
      }
      if let sentence = lost[line.source.id] {
        page.fail(row, "line \(index + 1) \(sentence)")
        return false
      }
      // Of a line that is in conflict nothing goes, as its document travels whole.
      if line.fate == .create || part.isTwoWay && line.isSettled && line.entry == nil { continue }
      let said = line.entry?.message ?? "cannot be taken"
      if let entry = line.entry, let reason = entry.missing?.id.flatMap({ vain[$0] }) {
        page.fail(row, "line \(index + 1)\(label) \(Self.needs(entry, reason))", at: entry.rule)
      } else if let missing = line.entry?.missing, line.fate == .held {
        page.note(
          row, .held, "line \(index + 1)\(label) \(said)", at: line.entry?.rule, missing: missing)
      } else {
        page.fail(row, "line \(index + 1)\(label): \(said)", at: line.entry?.rule)
      }
      return false
    }
    return true
  }

  /// What the lines that cannot be taken are about, for people: the names of their products.
  private func labels(
    of lines: [PageRow<Lines>]
  ) async throws(StoreFailure) -> [Guid: String] {
    guard Lines.direction.source == .sales else { return [:] }
    var products: [String: [(line: Guid, product: Guid)]] = [:]
    for line in lines where line.fate != .create && !line.isSettled {
      var keys: [ReferenceKey] = []
      Lines.references(of: line.source.record, to: &keys)
      guard case .sales(let product)? = keys.first else { continue }
      products[product.table, default: []].append((line.source.id, product.id))
    }
    var labels: [Guid: String] = [:]
    for (table, found) in products.sorted(by: { $0.key < $1.key }) {
      let named = try await RecordNames(
        part.lines.integration, .sales, table, ids: Set(found.map(\.product)))
      for one in found { labels[one.line] = named.names[one.product] }
    }
    return labels
  }

  /// The setting that a line without a product needs and that has no value.
  private func unset(_ writeIn: DocumentPolicy.WriteIn, _ line: PageRow<Lines>) -> String? {
    guard isWriteIn(line) else { return nil }
    let values = part.lines.values
    return writeIn.product.lazy.compactMap { $0.value.setting }
      .first { values.setting($0).isEmpty }
  }

  /// Sales has lines without a product, BC has not.
  private func isWriteIn(_ line: PageRow<Lines>) -> Bool {
    Lines.direction == .toBC && part.line?.writeIn != nil && isWriteIn(line.source.record)
  }

  private func draft(
    _ row: PageRow<Way>, _ lines: [PageRow<Lines>], _ there: LinesThere<Lines>?,
    _ charges: DocumentCharges?, _ notes: [NewNote],
    _ lacking: LackingRecords<Way, Lines>.Found, _ page: Page<Way>
  ) {
    var draft = DocumentDraft<Way, Lines>(
      header: row, fresh: page.run.columns.fresh, lines: lines,
      notes: there == nil ? notes : [])
    draft.there = there?.without(lines)
    row.hasMore = draft.changesLines
    guard charge(&draft, charges, lacking, page) else { return }
    drafts[row.source.id] = draft
  }

  private func notes(
    of rows: [PageRow<Way>]
  ) async throws(StoreFailure) -> [Guid: [NewNote]] {
    switch (part.policy.notes, Way.direction) {
    case (.toBC, .toBC), (.toSales, .toSales), (.both, _): break
    case (.toBC, .toSales), (.toSales, .toBC), (nil, _): return [:]
    }
    let found = try await part.lines.source.notes(
      of: rows.map(\.source.id), in: Way.Source.table)
    return found.mapValues { notes in
      notes.map {
        NewNote(id: $0.id.copied, text: NoteText.converted($0.text, to: Way.direction.target))
      }
    }
  }
}

extension Operand {
  /// The setting that it is a value of; nil where it is none's.
  package var setting: String? {
    switch self {
    case .variable(.setting(let name, _)), .variable(.optionSetting(let name, _)): name
    case .value, .variable: nil
    }
  }
}

/// What coupling cannot cure is no wait: a person must mend it, and the document says so (R E-10, E-24).
extension HeaderPage {
  /// Fails the headers that wait for records which no mapping couples as they are.
  private func failVainWaits(_ page: Page<Way>) async throws(StoreFailure) {
    let held = page.indices(.held).map { page.rows[$0] }
    let reasons = try await vain(held.compactMap(\.entry))
    for row in held {
      guard let entry = row.entry, let id = entry.missing?.id, let reason = reasons[id] else {
        continue
      }
      page.fail(row, Self.needs(entry, reason), at: entry.rule)
    }
  }

  /// Why the records that entries wait for are never coupled, by record.
  private func vain(_ entries: [Entry]) async throws(StoreFailure) -> [Guid: String] {
    let missing = entries.filter { $0.kind == .held }.compactMap(\.missing)
      .filter { $0.side == .sales && $0.id?.option == nil }
    var reasons: [Guid: String] = [:]
    for (pair, group) in Dictionary(grouping: missing, by: \.pair) {
      let found = try await NeverCoupled(part.lines.integration).reasons(
        pair, Set(group.compactMap(\.id)).sorted())
      reasons.merge(found) { first, _ in first }
    }
    return reasons
  }

  /// "waits for 'Sleepy' of CUSTOMER, which is not coupled", as an error.
  private static func needs(_ entry: Entry, _ reason: String) -> String {
    "needs" + entry.message.trimmingPrefix("waits for") + " and cannot be: " + reason
  }
}

import MapRuntime
import MapSync

/// What belongs to headers is converted with them; of a document of which something cannot be taken,
/// nothing is (R E-3).
extension HeaderPage {
  func convert(_ page: Page<Way>) async throws(StoreFailure) {
    let rows = (page.indices(.create) + changed(page)).map { page.rows[$0] }
    guard !rows.isEmpty else { return }
    let found = try await LinesOfHeaders(part).find(rows.map(\.source))
    let there = try await linesThere(rows, found)
    var parents: [ResolvedReference] = []
    var sources: [StoredRecord<Lines.Source>] = []
    for (row, lines) in zip(rows, found) {
      sources += lines
      parents += Array(repeating: parent(of: row), count: lines.count)
    }
    let converted = try await ConvertedPage(
      PlannedPage(part.lines, sources, PageTask(parents: parents))
    ).page.rows
    let labels = try await labels(of: converted)
    let lacking = try await LackingRecords(part, page.run.values).find()
    let notes = try await notes(of: rows)
    var first = 0
    for (row, lines) in zip(rows, found) {
      let own = Array(converted[first..<first + lines.count])
      first += lines.count
      guard row.fate == .create || row.fate == .update, isWhole(row, own, labels, lacking, page)
      else {
        continue
      }
      draft(row, own, there[row.source.id], notes[row.source.id] ?? [], lacking, page)
    }
    try await endStates(page)
  }

  /// What stands for the header until it has a key.
  private func parent(of row: PageRow<Way>) -> ResolvedReference {
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
      if line.fate == .create || part.isTwoWay && line.isSettled { continue }
      let said = line.entry?.message ?? "cannot be taken"
      if let missing = line.entry?.missing, line.fate == .held {
        page.note(row, .held, "line \(index + 1)\(label) \(said)", missing: missing)
      } else {
        page.fail(row, "line \(index + 1)\(label): \(said)")
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
      let integration = part.lines.integration
      guard let description = integration.table(.sales, table),
        let field = RecordName.fields.first(where: { description.field($0) != nil })
      else { continue }
      let ids = Set(found.map(\.product)).sorted()
      var names: [Guid: String] = [:]
      for row in try await integration.sales.rows(of: table, [field], ids: ids) {
        names[row.id] = row.values.first?.text
      }
      for one in found { labels[one.line] = names[one.product] }
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
    _ notes: [NewNote], _ lacking: LackingRecords<Way, Lines>.Found, _ page: Page<Way>
  ) {
    var draft = DocumentDraft<Way, Lines>(
      header: row, fresh: page.run.columns.fresh, lines: lines,
      notes: there == nil ? notes : [])
    draft.there = there?.without(lines)
    row.hasMore = draft.changesLines
    let values = RecordValues(of: row.source.record)
    if let freight = part.policy.freight, let amount = decimal(freight.from, values),
      amount > .zero
    {
      let account = freight.account.value(
        as: .code(length: 20), on: .bc, in: page.run.values
      ).text
      guard let account, !account.isEmpty else {
        let setting = freight.account.setting.map { "the setting '\($0)'" } ?? "'freight'"
        page.fail(row, "has freight of \(amount), and no account for it: give \(setting) a value")
        return
      }
      if let lacking = lacking.account {
        page.fail(row, "has freight of \(amount), and \(lacking)")
        return
      }
      draft.freight = NewFreight(amount, account: account)
    }
    draft.invoiceDiscount = invoiceDiscount(values)
    drafts[row.source.id] = draft
  }

  /// What a Sales document takes off the sum of its lines (R E-34); less than nothing where more comes
  /// back than is sold.
  private func invoiceDiscount(_ values: RecordValues) -> DecimalValue? {
    guard let discount = part.policy.invoiceDiscount,
      discount.from.contains(where: { decimal($0, values).map { $0 != .zero } ?? false }),
      let lines = decimal(discount.lines, values), let rest = decimal(discount.rest, values),
      lines != rest
    else { return nil }
    return try? lines - rest
  }

  private func decimal(_ field: String, _ values: RecordValues) -> DecimalValue? {
    Way.Source.table.column(field).flatMap { values[$0].decimal }
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

import MapRuntime

/// The records that a page's rows wait for, as people know them.
extension ConvertedPage {
  /// People know a Sales record that is waited for by its name, not by its id, and that it belongs to
  /// another company, where it does.
  func nameMissing(_ busy: [Int]) async throws(StoreFailure) {
    var waiting: [String: [PageRow<Way>]] = [:]
    for index in busy {
      guard let entry = page.rows[index].entry, let missing = entry.missing,
        missing.side == .sales, missing.id != nil
      else { continue }
      waiting[missing.pair.sales, default: []].append(page.rows[index])
    }
    for (table, rows) in waiting.sorted(by: { $0.key < $1.key }) {
      guard let description = page.run.integration.table(.sales, table),
        let field = RecordName.fields.first(where: { description.field($0) != nil })
      else { continue }
      let ids = Set(rows.compactMap { $0.entry?.missing?.id }).sorted()
      let company = description.roles.company
      var names: [Guid: String] = [:]
      var companies: [Guid: Guid] = [:]
      let fields = [field] + [company].compactMap { $0 }
      for found in try await page.run.integration.sales.rows(of: table, fields, ids: ids) {
        if let name = found.values.first?.text, !name.isEmpty { names[found.id] = name }
        if company != nil { companies[found.id] = found.values.last?.lookup?.id }
      }
      for row in rows {
        guard let missing = row.entry?.missing, let id = missing.id, let name = names[id] else {
          continue
        }
        var message = row.entry?.message.replacing(missing.shown, with: name) ?? name
        if let owner = companies[id], isElsewhere(missing.pair, owner) {
          message = message.replacing(NamedRecords.notCoupled, with: NamedRecords.ofAnotherCompany)
        }
        row.entry?.message = message
      }
    }
  }

  /// Whether records of a pair that have this company are another company's to couple.
  private func isElsewhere(_ pair: TablePair, _ company: Guid) -> Bool {
    let integration = page.run.integration
    guard let mapping = integration.mappings.first(where: { $0.pair == pair }),
      let own = CompanyQuery.of(mapping, .sales, integration)
    else { return false }
    return own.id != company
  }
}

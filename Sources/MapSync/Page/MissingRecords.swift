import MapRuntime

/// The records that a page's rows wait for or were compared with, as people know them.
extension ConvertedPage {
  /// People know a Sales record that is waited for by its name, not by its id, and that it is gone or
  /// belongs to another company, where it does.
  func nameMissing(_ busy: [Int]) async throws(StoreFailure) {
    let integration = page.run.integration
    var waiting: [String: [PageRow<Way>]] = [:]
    for index in busy {
      let row = page.rows[index]
      for table in Set(row.noted.compactMap(\.missingInSales?.table)) {
        waiting[table, default: []].append(row)
      }
    }
    for (table, rows) in waiting.sorted(by: { $0.key < $1.key }) {
      let ids = Set(
        rows.flatMap(\.noted).compactMap(\.missingInSales).filter { $0.table == table }.map(\.id))
      let company = integration.table(.sales, table)?.roles.company
      let found = try await RecordNames(integration, .sales, table, ids: ids, and: company)
      for row in rows {
        row.renote { entry in
          guard let missing = entry.missing, let id = entry.missingInSales?.id else { return }
          if found.gone.contains(id) {
            entry.message = entry.message.replacing("'\(missing.shown)'", with: "a record")
              .replacing(NamedRecords.notCoupled, with: NamedRecords.goneFromSales)
          } else if let name = found.names[id] {
            entry.message = entry.message.replacing(missing.shown, with: name)
          }
          if let owner = found.other[id]?.lookup?.id, isElsewhere(missing.pair, owner) {
            entry.message = entry.message.replacing(
              NamedRecords.notCoupled, with: NamedRecords.ofAnotherCompany)
          }
        }
      }
    }
    try await nameCompared(busy)
  }

  /// What differs and must be the same is told by its names too.
  private func nameCompared(_ busy: [Int]) async throws(StoreFailure) {
    let rows = busy.map { page.rows[$0] }.filter { !$0.compared.isEmpty }
    let names = try await ReferredNames(
      Set(rows.flatMap(\.compared)), page.run.integration)
    for row in rows {
      row.renote { entry in
        for lookup in row.compared {
          guard let name = names.shown(lookup) else { continue }
          entry.message = entry.message.replacing(Value.lookup(lookup).description, with: name)
        }
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

extension PageRow {
  /// Why the run does not take it through, and what of it follows later.
  fileprivate var noted: [Entry] { [entry].compactMap { $0 } + laters }

  fileprivate func renote(_ change: (inout Entry) -> Void) {
    if var noted = entry {
      change(&noted)
      entry = noted
    }
    var later = laters
    guard !later.isEmpty else { return }
    for place in later.indices { change(&later[place]) }
    laters = later
  }
}

extension Entry {
  /// The Sales record that is waited for.
  fileprivate var missingInSales: Lookup? {
    guard let missing, missing.side == .sales, let id = missing.id else { return nil }
    return Lookup(table: missing.pair.sales, id: id)
  }
}

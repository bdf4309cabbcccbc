import MapRuntime

/// The related records of a page.
struct RelatedPage<Related: RelatedRecords>: Sendable {
  private let tables: [any FoundTable]
  /// By related record, then by row.
  private let keys: [[[Value]?]]
  private let names: [String]

  /// Of a mapping without related records.
  init() { self.init([], [], []) }

  init(_ tables: [any FoundTable], _ keys: [[[Value]?]], _ names: [String]) {
    self.tables = tables
    self.keys = keys
    self.names = names
  }

  func records(of row: Int) -> Related {
    var source = Row(page: self, row: row)
    return Related(reading: &source)
  }

  /// Why a row's related records are nobody's: one cannot be read, or more than one answers, and to
  /// take any would be to guess.
  func failure(of row: Int) -> String? {
    for place in tables.indices {
      guard let key = keys[place][row] else { continue }
      if let damage = tables[place].damage(key) {
        return "a record of \(names[place]) that it is related to cannot be read: \(damage)"
      }
      guard tables[place].count(key) > 1 else { continue }
      return "several records of \(names[place]) are related to it; there must be at most one"
    }
    return nil
  }

  private struct Row: RelatedSource {
    let page: RelatedPage
    let row: Int

    mutating func record<Record: TableRecord>(_ place: Int, as type: Record.Type) -> Record? {
      guard let key = page.keys[place][row] else { return nil }
      return (page.tables[place] as? FoundRows<Record>)?[key].first
    }
  }
}

import MapRuntime

/// Fills the fields that functions of the host compute, where the system does not do it by itself
/// (docs/language.md#tables, `computed`). The rows that they see come in one query for a part of a
/// page.
struct FigureFiller<Record: TableRecord>: Sendable {
  /// Records of a query: one of them may have many rows.
  private static var part: Int { 100 }

  private let finders: [any RowFinding]
  private let values: RunValues
  private let isNeeded: Bool

  /// - Parameter isUsed: Whether the mapping reads such a field of this table.
  init(_ integration: Integration, _ values: RunValues, isUsed: Bool) throws(StoreFailure) {
    self.values = values
    isNeeded =
      isUsed
      && !UnfilledFigures.names(of: Record.table, in: integration).isEmpty
    guard isNeeded else {
      finders = []
      return
    }
    var finders = RowFinders(Record.figureRows, of: Record.table, integration)
    var blank = Record.blank
    blank.computeFigures(from: &finders, values)
    self.finders = try finders.all()
  }

  func fill(_ records: inout [StoredRecord<Record>]) async throws(StoreFailure) {
    guard isNeeded else { return }
    var first = 0
    while first < records.count {
      let places = first..<min(first + Self.part, records.count)
      first = places.upperBound
      let rows = places.map { RecordValues(of: records[$0].record) }
      var tables: [any FoundTable] = []
      var keys: [[[Value]?]] = []
      for finder in finders {
        let wanted = rows.map(finder.key)
        tables.append(try await finder.rows(Set(wanted.compactMap { $0 })))
        keys.append(wanted)
      }
      for place in places {
        let wanted = keys.map { $0[place - places.lowerBound] }
        let damage = zip(tables, wanted).lazy.compactMap { $1.flatMap($0.damage) }.first
        records[place].damage = records[place].damage ?? damage
        var source = Row(tables: tables, keys: wanted)
        records[place].record.computeFigures(from: &source, values)
      }
    }
  }

  private struct Row: FigureRows {
    let tables: [any FoundTable]
    let keys: [[Value]?]

    func records<Row: TableRecord>(_ place: Int, as type: Row.Type) -> [Row] {
      guard let key = keys[place] else { return [] }
      return (tables[place] as? FoundRows<Row>)?[key] ?? []
    }
  }
}

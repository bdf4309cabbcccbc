import GRDB
import MapRuntime

/// How a joined field finds its record by that record's key.
struct JoinByKey: Sendable {
  let table: TableLayout
  /// The column of the joined field; nil where that table lacks it.
  let shown: Int?
  /// The row's own columns, in the order of the key; empty for the one record of a setup.
  let own: [Int]

  /// Nil where the record is found by other fields, or is the latest of several.
  init?(_ join: JoinDescription, of layout: TableLayout, in tables: [String: TableLayout]) {
    guard join.latest == nil, let other = tables[join.table],
      join.on.isEmpty || other.key.count == join.on.count
    else { return nil }
    var own: [Int] = []
    for column in join.on.isEmpty ? [] : other.key {
      guard let pair = join.on.first(where: { $0.theirs == other.columns[column].name }),
        let place = layout.column(pair.own)
      else { return nil }
      own.append(place)
    }
    table = other
    shown = other.column(join.field)
    self.own = own
  }

  /// The key that a row names; nil where a part is no text.
  fileprivate func key(of row: [Value]) -> String? {
    // The one record of a setup has a blank key.
    var key = ""
    for (number, place) in own.enumerated() {
      if number > 0 { key.append(RecordKey.separator) }
      switch row[place] {
      case .text(let text): key.append(text)
      case .empty: continue
      default: return nil
      }
    }
    return key
  }
}

/// What rows that are not written yet show of other tables.
extension CompanyData {
  /// What a row shows of another table's record.
  func joined(
    _ column: ColumnLayout, _ path: JoinByKey?, of row: [Value], in table: TableLayout
  ) throws -> Value {
    guard let join = column.field.join else { return .empty }
    if let path, let key = path.key(of: row) {
      guard let shown = path.shown else { return .empty }
      return try record(of: path.table, key)?.values[shown] ?? .empty
    }
    return try read(column, join, of: row, in: table)
  }

  /// Reads a join as if the row was written.
  private func read(
    _ column: ColumnLayout, _ join: JoinDescription, of row: [Value], in table: TableLayout
  ) throws -> Value {
    let own = Set(join.on.map(\.own)).sorted().compactMap(table.column)
    let shown = own.enumerated().map { index, place in
      let layout = table.columns[place]
      let blank = ColumnLayout.blank(layout.field.type, on: table.side) ?? "NULL"
      return (row[place].isEmpty ? blank : "?\(index + 1)") + " AS \(layout.column)"
    }
    let reading = ReadColumns([column], on: table.side, after: 0)
    let select = try RowStatement(
      "SELECT \(reading.sql) FROM (SELECT \(session.company) AS \"$company\", "
        + shown.joined(separator: ", ") + ") t", on: session.db)
    for (index, place) in own.enumerated() where !row[place].isEmpty {
      select.bind(row[place], at: Int32(index + 1))
    }
    defer { select.reset() }
    guard try select.step() else { return .empty }
    return column.value(StatementRow(select, reading, RowDamage()), 0)
  }
}

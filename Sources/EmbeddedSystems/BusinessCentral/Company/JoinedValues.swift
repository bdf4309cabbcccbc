import GRDB
import MapRuntime

/// What rows that are not written yet show of other tables.
extension CompanyData {
  /// What a row shows of another table's record.
  func joined(
    _ column: ColumnLayout, of row: [Value], in table: TableLayout
  ) throws -> Value {
    guard let join = column.field.join else { return .empty }
    if join.latest == nil, let key = key(join, of: row, in: table) {
      return try record(join.table, key: key)?[join.field] ?? .empty
    }
    return try read(column, join, of: row, in: table)
  }

  /// The key by which a join finds its record; nil where it goes by other fields.
  private func key(
    _ join: JoinDescription, of row: [Value], in table: TableLayout
  ) -> [String]? {
    guard let other = session.schema[join.table] else { return nil }
    // The one record of a setup has a blank key.
    if join.on.isEmpty { return other.key.map { _ in "" } }
    guard other.key.count == join.on.count else { return nil }
    var parts: [String] = []
    for column in other.key {
      guard let pair = join.on.first(where: { $0.theirs == other.columns[column].name }),
        let own = table.column(pair.own)
      else { return nil }
      switch row[own] {
      case .text(let text): parts.append(text)
      case .empty: parts.append("")
      default: return nil
      }
    }
    return parts
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

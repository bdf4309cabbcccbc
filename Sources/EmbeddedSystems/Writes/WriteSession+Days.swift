import GRDB
import GRDBSQLite
import MapRuntime

/// Rows that other records read from a day on, or by a date that they compare with today: as that day
/// comes those records have changed (docs/language.md#tables, `until: $today`, `from: [$today]`).
extension WriteSession {
  /// Counts the records that read a row as changed.
  func touch(_ dependent: Dependent, of row: [Value]) throws {
    let key = dependent.pairs.map { row[$0.theirs] }
    guard seenByDependents[dependent, default: []].insert(key).inserted else { return }
    var fields: [String: Value] = [:]
    for pair in dependent.pairs { fields[pair.own] = row[pair.theirs] }
    // Where no reference is asked for, each record reads every row; without one it reads none.
    if fields.isEmpty {
      touchedWhole.insert(dependent.table)
      return
    }
    if fields.values.allSatisfy(\.isEmpty) { return }
    touched[dependent.table, default: []].formUnion(try find(dependent.table, fields))
  }

  /// From now on the days of this company's dated rows are looked at.
  func beginDays(_ dependents: [Dependent]) throws {
    guard !hasBegunDays,
      dependents.contains(where: { $0.validFrom != nil || !$0.days.isEmpty })
    else { return }
    hasBegunDays = true
    let insert = try RowStatement("INSERT OR IGNORE INTO \"$days\" VALUES (?1, ?2)", on: db)
    insert.bind(company, at: 1)
    insert.bind(Int64(now.date.days), at: 2)
    try insert.run()
  }

  /// Counts as changed what reads the rows of this company whose day came since it was looked at,
  /// or is still to come after all: a clock may have been ahead.
  func wake() throws {
    let today = Int64(now.date.days)
    guard let last = try lastDay(), last != today else { return }
    let (first, end) = (min(last, today), max(last, today))
    for (table, column) in schema.dated {
      let dependents = schema.dependents(of: table.name)
      try touch(
        dependents.filter { $0.validFrom == column }, of: table, column, after: first, upTo: end)
      // What is due before today was due yesterday.
      try touch(
        dependents.filter { $0.days.contains(column) }, of: table, column, after: first - 1,
        upTo: end)
    }
    let update = try RowStatement("UPDATE \"$days\" SET day = ?2 WHERE company = ?1", on: db)
    update.bind(company, at: 1)
    update.bind(today, at: 2)
    try update.run()
  }

  /// Counts as changed what reads rows whose date is in a span of days.
  private func touch(
    _ dependents: [Dependent], of table: TableLayout, _ column: Int, after first: Int64,
    upTo last: Int64
  ) throws {
    guard !dependents.isEmpty else { return }
    for id in try rows(of: table, column, after: first, upTo: last) {
      guard let row = try values(of: table, id, isChanging: true) else { continue }
      for dependent in dependents { try touch(dependent, of: row) }
    }
  }

  private func lastDay() throws -> Int64? {
    let select = try RowStatement("SELECT day FROM \"$days\" WHERE company = ?1", on: db)
    select.bind(company, at: 1)
    defer { select.reset() }
    return try select.step() ? sqlite3_column_int64(select.handle, 0) : nil
  }

  private func rows(
    of table: TableLayout, _ column: Int, after first: Int64, upTo last: Int64
  ) throws -> [Guid] {
    let day = table.columns[column].column
    let company = table.hasCompanies ? " AND \"$company\" = \(self.company)" : ""
    let select = try RowStatement(
      "SELECT \"$id\" FROM \(table.sqlName) WHERE \(day) > ?1 AND \(day) <= ?2\(company)", on: db)
    select.bind(first, at: 1)
    select.bind(last, at: 2)
    defer { select.reset() }
    var ids: [Guid] = []
    while try select.step() {
      if let id = try StatementRow.guid(select.handle, 0) { ids.append(id) }
    }
    return ids
  }
}

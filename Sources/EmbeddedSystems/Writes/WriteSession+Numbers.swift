import GRDB
import GRDBSQLite
import MapRuntime

extension WriteSession {
  /// The record with the number or line number that it does not have yet.
  func numbered(_ plan: WritePlan, _ content: some RowContent) throws -> ValuesContent {
    var values = RecordValues(Array(repeating: .empty, count: plan.columns.count))
    content.write(to: &values)
    for series in plan.series where values[series.record].isEmpty {
      values[series.record] = .text(try nextNumber(plan.table, series.column))
    }
    if let line = plan.nextLine, (values[line.record].integer ?? 0) == 0 {
      values[line.record] = .integer(try nextLine(plan, line.column, values))
    }
    return ValuesContent(values: values.values)
  }

  /// The next number of a field's series that no record has.
  private func nextNumber(_ table: TableLayout, _ column: Int) throws -> String {
    let name = table.seriesName(column)
    var series = try series(name) ?? NumberSeries(of: table, column)
    let find = try RowStatement(
      "SELECT 1 FROM \(table.sqlName) WHERE \(table.columns[column].column) = ?1"
        + (table.hasCompanies ? " AND \"$company\" = \(company)" : ""), on: db)
    while true {
      let number = series.number
      series.next += 1
      find.bind(number, at: 1)
      let isTaken = try find.step()
      find.reset()
      if isTaken { continue }
      save(series, as: name)
      return number
    }
  }

  /// A series of this company; nil where none was begun.
  func series(_ name: String) throws -> NumberSeries? {
    if let drawn = drawn[name] { return drawn }
    let select = try RowStatement(
      "SELECT prefix, digits, next FROM \"$series\" WHERE company = ?1 AND \"table\" = ?2", on: db)
    select.bind(company, at: 1)
    select.bind(name, at: 2)
    defer { select.reset() }
    guard try select.step(), let prefix = try StatementRow.text(select.handle, 0) else {
      return nil
    }
    return NumberSeries(
      prefix: prefix, digits: Int(sqlite3_column_int64(select.handle, 1)),
      next: sqlite3_column_int64(select.handle, 2))
  }

  /// Keeps a series of this company; it is written at the end of the transaction.
  func save(_ series: NumberSeries, as name: String) { drawn[name] = series }

  func writeSeries() throws {
    for (name, series) in drawn.sorted(by: { $0.key < $1.key }) {
      let insert = try RowStatement(
        "INSERT OR REPLACE INTO \"$series\" VALUES (?1, ?2, ?3, ?4, ?5)", on: db)
      insert.bind(company, at: 1)
      insert.bind(name, at: 2)
      insert.bind(series.prefix, at: 3)
      insert.bind(Int64(series.digits), at: 4)
      insert.bind(series.next, at: 5)
      try insert.run()
    }
    drawn = [:]
  }

  /// Lines go in steps of 10000 (R E-21); where the number is all of the key, it is the next one.
  private func nextLine(_ plan: WritePlan, _ column: Int, _ values: RecordValues) throws -> Int64 {
    let table = plan.table
    let others = table.key.filter { $0 != column }
    var tests = table.hasCompanies ? ["\"$company\" = \(company)"] : []
    for (place, other) in others.enumerated() {
      tests.append("\(table.columns[other].column) = ?\(place + 1)")
    }
    let line = table.columns[column].column
    let select = try RowStatement(
      "SELECT ifnull(max(\(line)), 0) FROM \(table.sqlName) WHERE "
        + tests.joined(separator: " AND "), on: db)
    for (place, other) in others.enumerated() {
      let value = plan.places.firstIndex(of: other).map { values[$0] } ?? .empty
      select.bind(normalized(value, table.columns[other].field.type), at: Int32(place + 1))
    }
    defer { select.reset() }
    let last = try select.step() ? sqlite3_column_int64(select.handle, 0) : 0
    // Entries are numbered one by one, lines leave room for others between them.
    return others.isEmpty ? last + 1 : (last / 10_000 + 1) * 10_000
  }

  private func normalized(_ value: Value, _ type: FieldType) -> Value {
    switch (value, type) {
    case (.text(let text), .code): .text(Code.normalized(text))
    case (.empty, .text), (.empty, .code), (.empty, .memo): .text("")
    case (.empty, .option), (.empty, .integer), (.empty, .boolean): .integer(0)
    default: value
    }
  }
}

import EmbeddedSystems
import MapRuntime
import MapSync

extension EmbeddedStore {
  public func rows(
    of table: String, _ fields: [String], matching: [String], values: [[Value]]
  ) async throws(StoreFailure) -> [FieldRow] {
    guard !fields.isEmpty, !matching.isEmpty, !values.isEmpty else { return [] }
    let layout = try self.table(table)
    let shown = try columns(fields, of: layout)
    if let key = layout.keySQL(matching) {
      let parts = zip(try columns(matching, of: layout), key).map { KeyColumn(layout: $0, sql: $1) }
      return try rows(of: layout, shown, by: parts, values)
    }
    let matched = try columns(matching, of: layout).map {
      MatchedColumn($0, isCaseSensitive: false)
    }
    try index(layout, matched)
    let columns = ReadColumns(shown, on: side, after: 1)
    let select = "SELECT t.\"$id\", \(columns.sql) FROM \(layout.sqlName) t WHERE "
    let company = companyTest(layout)
    return try read { db in
      var found: [FieldRow] = []
      var seen: Set<Guid> = []
      let damage = RowDamage()
      for list in values {
        guard let tests = Self.tests(matched, list) else { continue }
        let condition = tests.map(\.sql).joined(separator: " AND ")
        let statement = try RowStatement(select + condition + company, on: db)
        for (place, test) in tests.enumerated() {
          statement.bind(test.value, at: Int32(place + 1))
        }
        defer { statement.reset() }
        while try statement.step() {
          let row = StatementRow(statement, columns, damage)
          let id = try StatementRow.id(statement.handle, 0)
          let values = shown.indices.map { shown[$0].value(row, $0) }
          // What rules read of other records has no record of its own to fail.
          if let sentence = damage.taken() {
            throw SystemFailure.unknown("'\(layout.name)' \(id): \(sentence)")
          }
          if seen.insert(id).inserted { found.append(FieldRow(id: id, values)) }
        }
      }
      return found
    }
  }

  /// By the business key, which its own index answers: one statement for all of them.
  private func rows(
    of layout: TableLayout, _ shown: [ColumnLayout], by key: [KeyColumn], _ values: [[Value]]
  ) throws(StoreFailure) -> [FieldRow] {
    let columns = ReadColumns(shown, on: side, after: 1)
    let condition = key.map { "\($0.sql) = ?" }.joined(separator: " AND ")
    let sql =
      "SELECT t.\"$id\", \(columns.sql) FROM \(layout.sqlName) t WHERE \(condition)"
      + companyTest(layout)
    return try read { db in
      let statement = try RowStatement(sql, on: db)
      var found: [FieldRow] = []
      var seen: Set<Guid> = []
      let damage = RowDamage()
      for list in values where list.count == key.count {
        let parts = zip(key, list).compactMap { $0.value($1) }
        guard parts.count == key.count else { continue }
        for (place, part) in parts.enumerated() { statement.bind(part, at: Int32(place + 1)) }
        defer { statement.reset() }
        guard try statement.step() else { continue }
        let id = try StatementRow.id(statement.handle, 0)
        let row = StatementRow(statement, columns, damage)
        let values = shown.indices.map { shown[$0].value(row, $0) }
        // Who refers to a record that cannot be read waits for it; its own mapping says why.
        guard damage.taken() == nil, seen.insert(id).inserted else { continue }
        found.append(FieldRow(id: id, values))
      }
      return found
    }
  }

  public func rows(
    of table: String, _ fields: [String], ids: [Guid]
  ) async throws(StoreFailure) -> [FieldRow] {
    guard !fields.isEmpty, !ids.isEmpty else { return [] }
    let layout = try self.table(table)
    let shown = try columns(fields, of: layout)
    let columns = ReadColumns(shown, on: side, after: 1)
    let sql =
      "SELECT t.\"$id\", \(columns.sql) FROM \(layout.sqlName) t WHERE t.\"$id\" = ?1"
      + companyTest(layout)
    return try read { db in
      let statement = try RowStatement(sql, on: db)
      var found: [FieldRow] = []
      found.reserveCapacity(ids.count)
      let damage = RowDamage()
      for id in ids {
        statement.bind(id, at: 1)
        defer { statement.reset() }
        guard try statement.step() else { continue }
        let row = StatementRow(statement, columns, damage)
        let values = shown.indices.map { shown[$0].value(row, $0) }
        if damage.taken() == nil { found.append(FieldRow(id: id, values)) }
      }
      return found
    }
  }

  public func create(
    _ rows: [FieldRow], _ fields: [String], in table: String
  ) async throws(StoreFailure) -> [WriteResult] {
    try write(rows, fields, table) { session, layout, row, values in
      try session.insert(row.id, values, in: layout)
    }
  }

  public func update(
    _ rows: [FieldRow], _ fields: [String], in table: String
  ) async throws(StoreFailure) -> [WriteResult] {
    try write(rows, fields, table) { session, layout, row, values in
      try session.update(row.id, values, in: layout, expected: row.expected)
    }
  }

  private func write(
    _ rows: [FieldRow], _ fields: [String], _ table: String,
    _ body: (WriteSession, TableLayout, FieldRow, [String: Value]) throws -> WriteOutcome
  ) throws(StoreFailure) -> [WriteResult] {
    let layout = try self.table(table)
    _ = try columns(fields, of: layout)
    return try write { session in
      let faults = WriteFaults(session, of: system, layout.name)
      return try rows.map { row in
        let values = Dictionary(zip(fields, row.values)) { first, _ in first }
        return try faults.attempt(row.id) { try body(session, layout, row, values) }
      }
    }
  }

  private func columns(
    _ fields: [String], of table: TableLayout
  ) throws(StoreFailure) -> [ColumnLayout] {
    var columns: [ColumnLayout] = []
    for field in fields {
      guard let place = table.column(field) else {
        throw .unknown("'\(table.name)' has no field '\(field)'")
      }
      columns.append(table.columns[place])
    }
    return columns
  }
}

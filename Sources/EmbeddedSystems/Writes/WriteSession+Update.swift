import GRDB
import GRDBSQLite
import MapRuntime

extension WriteSession {
  /// Changes a record whose version is the expected one, or whatever it is.
  public func update(
    _ plan: WritePlan, _ statement: RowStatement, id: Guid, expected: Int64?, company: Guid?,
    _ content: some RowContent
  ) throws -> WriteOutcome {
    do {
      if plan.isValidated, let tables = schema.business, tables.has(plan.table) {
        return try update(validated: plan, id, expected, content, tables)
      }
      guard !plan.rules.isEmpty else {
        return try updateRow(plan, statement, id, expected, company, content)
      }
      return try guarded(true) {
        let before = try values(of: plan.table, id, isChanging: true)
        let outcome = try updateRow(plan, statement, id, expected, company, content)
        guard case .written = outcome else { return outcome }
        return try apply(plan, .changed, id, before: before)
      }
    } catch let refusal as Refusal {
      return .refused(refusal.sentence)
    }
  }

  func updateRow(
    _ plan: WritePlan, _ statement: RowStatement, _ id: Guid, _ expected: Int64?,
    _ company: Guid?, _ content: some RowContent, kept: KeptBindings? = nil
  ) throws -> WriteOutcome {
    try bind(plan, statement, content, kept: kept)
    statement.bind(id, at: 1)
    let number = nextVersion()
    statement.bind(number, at: 2)
    statement.bind(now.milliseconds, at: 3)
    if let expected { statement.bind(expected, at: 5) } else { statement.bindNull(at: 5) }
    if plan.table.hasCompanies { statement.bind(self.company, at: 6) }
    if plan.companyPlace > 0 {
      statement.bind(company.map(Value.guid) ?? .empty, at: plan.companyPlace)
    }
    let code = sqlite3_step(statement.handle)
    guard code == SQLITE_DONE else {
      let failure = statement.failure(code)
      guard code & 0xFF == SQLITE_CONSTRAINT else { throw failure }
      throw Refusal("\(try shownKey(content, plan, id)) exists already")
    }
    sqlite3_reset(statement.handle)
    wrote(plan.table)
    if sqlite3_changes(db.sqliteConnection) > 0 { return .written(id: id, version: number) }
    return try contains(id, in: plan.table) ? .stale : .missing
  }

  /// The key that a record would have, with the parts that the write leaves.
  private func shownKey(
    _ content: some RowContent, _ plan: WritePlan, _ id: Guid
  ) throws -> String {
    guard let old = try values(of: plan.table, id), !plan.table.key.isEmpty else {
      return shown(content, plan)
    }
    var new = RecordValues(Array(repeating: .empty, count: plan.columns.count))
    content.write(to: &new)
    let key = plan.table.key.map { column in
      let written = plan.places.indices.first {
        plan.places[$0] == column && plan.columns[$0].place > 0
      }
      return (written.map { new[$0] } ?? old[column]).description
    }
    return "\(plan.table.name) '\(key.joined(separator: ","))'"
  }

  /// Whether there is a record, in this company.
  func contains(_ id: Guid, in table: TableLayout) throws -> Bool {
    let company = table.hasCompanies ? " AND \"$company\" = \(self.company)" : ""
    let find = try RowStatement(
      "SELECT 1 FROM \(table.sqlName) WHERE \"$id\" = ?1\(company)", on: db)
    find.bind(id, at: 1)
    defer { find.reset() }
    return try find.step()
  }

  /// Takes a row out and notes that it was there.
  func deleteRow(_ id: Guid, from table: TableLayout) throws -> Int64 {
    let delete = try RowStatement("DELETE FROM \(table.sqlName) WHERE \"$id\" = ?1", on: db)
    delete.bind(id, at: 1)
    try delete.run()
    let number = nextVersion()
    let tomb = try RowStatement("INSERT INTO \"$deleted\" VALUES (?1, ?2, ?3, ?4)", on: db)
    tomb.bind(number, at: 1)
    tomb.bind(table.name, at: 2)
    tomb.bind(id, at: 3)
    tomb.bind(company, at: 4)
    try tomb.run()
    hasTombstones[table.name] = true
    wrote(table)
    forgetKeys()
    return number
  }

  /// Deletes a record, whatever its version.
  public func delete(_ id: Guid, from table: TableLayout) throws -> WriteOutcome {
    guard try contains(id, in: table) else { return .missing }
    do {
      if author != .system, let tables = schema.business, tables.has(table) {
        return try delete(validated: id, from: table, tables)
      }
      let rules = schema.rules[table.name] ?? []
      return try guarded(!rules.isEmpty) {
        let before = rules.isEmpty ? nil : try values(of: table, id, isChanging: true)
        let number = try deleteRow(id, from: table)
        try apply(rules, .deleted, table, id, before: before)
        return .written(id: id, version: number)
      }
    } catch let refusal as Refusal {
      return .refused(refusal.sentence)
    }
  }
}

import GRDB
import GRDBSQLite
import MapRuntime

extension WriteSession {
  /// Creates a record.
  /// - Throws: errors of the database only; what is refused is an outcome.
  public func insert(
    _ plan: WritePlan, _ statement: RowStatement, id: Guid, company: Guid?,
    _ content: some RowContent
  ) throws -> WriteOutcome {
    let id = try plan.table.options == nil ? id : nextOption(plan.table)
    do {
      if plan.isValidated, openReferences == nil, let tables = schema.business,
        tables.has(plan.table)
      {
        return try insert(validated: plan, id, content, tables)
      }
      // Of records that are made together, the rules see all.
      let rules = openReferences == nil ? plan.rules : []
      if rules.isEmpty && plan.isPlain {
        return try insertRow(plan, statement, id, company, content)
      }
      return try guarded(true) {
        let outcome: WriteOutcome
        if plan.isPlain {
          outcome = try insertRow(plan, statement, id, company, content)
        } else {
          outcome = try insertRow(
            plan, statement, id, company, numbered(plan, content))
        }
        guard !rules.isEmpty else { return outcome }
        return try apply(plan, .created, id, before: nil)
      }
    } catch let refusal as Refusal {
      return .refused(refusal.sentence)
    }
  }

  func insertRow(
    _ plan: WritePlan, _ statement: RowStatement, _ id: Guid, _ company: Guid?,
    _ content: some RowContent, kept: KeptBindings? = nil
  ) throws -> WriteOutcome {
    try bind(plan, statement, content, kept: kept)
    id.withBytes { bytes in
      _ = sqlite3_bind_blob(statement.handle, 1, scratch.arena.copy(bytes), 16, nil)
    }
    let number = nextVersion()
    sqlite3_bind_int64(statement.handle, 2, number)
    sqlite3_bind_int64(statement.handle, 3, now.milliseconds)
    sqlite3_bind_int64(statement.handle, 4, author == .integration ? number : 0)
    if plan.table.hasCompanies { sqlite3_bind_int64(statement.handle, 6, self.company) }
    if plan.companyPlace > 0 {
      statement.bind(company.map(Value.guid) ?? .empty, at: plan.companyPlace)
    }
    let code = sqlite3_step(statement.handle)
    guard code == SQLITE_DONE else {
      let failure = statement.failure(code)
      guard code & 0xFF == SQLITE_CONSTRAINT else { throw failure }
      throw Refusal(duplicate(plan.table, content, plan, failure))
    }
    sqlite3_reset(statement.handle)
    if let tombs = try tombstones(plan.table.name) { try tombs(id) }
    wrote(plan.table)
    return .written(id: id, version: number)
  }

  /// Binds and checks the record's own columns.
  /// - Parameters:
  ///   - statement: nil where they are only checked.
  ///   - kept: what keeps the values for the next row; nil where each row binds all of them.
  func bind(
    _ plan: WritePlan, _ statement: RowStatement?, _ content: some RowContent,
    kept: KeptBindings? = nil
  ) throws {
    if let refusal = plan.refusal { throw Refusal(refusal) }
    scratch.begin(plan)
    var binder = StatementBinder(
      handle: statement?.handle, columns: plan.columns, scratch: scratch, kept: kept)
    content.writeUnheld(to: &binder)
    if let problem = scratch.problem {
      throw Refusal(
        "\(shown(content, plan)): field '\(field(problem.column, plan))' \(problem.why)")
    }
    for reference in scratch.references {
      let name = field(reference.column, plan)
      if openReferences != nil {
        openReferences?.append(
          OpenReference(
            reference: reference.to, column: plan.columns[reference.column],
            shown: "\(shown(content, plan)): field '\(name)'"))
        continue
      }
      guard try !exists(reference.to, plan.columns[reference.column]) else {
        if case .id(let lookup) = reference.to { scratch.confirmed[reference.column] = lookup }
        continue
      }
      throw Refusal(
        "\(shown(content, plan)): field '\(name)'"
          + " \(missing(reference.to, plan.columns[reference.column]))")
    }
  }

  private func field(_ column: Int, _ plan: WritePlan) -> String {
    plan.table.columns[plan.places[column]].name
  }

  /// A record as messages call it: its key, or else its first text.
  func shown(_ content: some RowContent, _ plan: WritePlan) -> String {
    var values = RecordValues(Array(repeating: .empty, count: plan.columns.count))
    content.write(to: &values)
    let key = plan.table.key.map { column in
      plan.places.firstIndex(of: column).map { values[$0].description } ?? ""
    }
    if key.contains(where: { !$0.isEmpty }) {
      return "\(plan.table.name) '\(key.joined(separator: ","))'"
    }
    let text = values.values.lazy.compactMap(\.text).first
    return text.map { "\(plan.table.name) '\($0)'" } ?? plan.table.name
  }

  private func duplicate(
    _ table: TableLayout, _ content: some RowContent, _ plan: WritePlan, _ failure: DatabaseError
  ) -> String {
    let isID = failure.message?.contains("$id") ?? false
    return isID
      ? "\(shown(content, plan)): there is a record with this id already"
      : "\(shown(content, plan)) exists already"
  }

  /// Options have the next number that is free in their copies too, and an id that says it.
  private func nextOption(_ table: TableLayout) throws -> Guid {
    if let optionID { return optionID }
    var number: Int32 = 0
    for layout in [table] + table.optionCopies.compactMap({ schema[$0] }) {
      let last = try RowStatement("SELECT max(\"$id\") FROM \(layout.sqlName)", on: db)
      defer { last.reset() }
      guard try last.step() else { continue }
      number = max(number, try StatementRow.guid(last.handle, 0)?.option?.rawValue ?? 0)
    }
    return Guid(option: OptionValue(number + 1))
  }

  /// Rules may have written a record again.
  func currentVersion(_ table: TableLayout, _ id: Guid) throws -> Int64 {
    let select = try RowStatement(
      "SELECT \"$version\" FROM \(table.sqlName) WHERE \"$id\" = ?1", on: db)
    select.bind(id, at: 1)
    defer { select.reset() }
    return try select.step() ? sqlite3_column_int64(select.handle, 0) : 0
  }

  /// Forgets that an id was deleted, where any was.
  private func tombstones(_ table: String) throws -> ((Guid) throws -> Void)? {
    if hasTombstones[table] == nil {
      let find = try RowStatement(
        "SELECT 1 FROM \"$deleted\" WHERE \"table\" = ?1 LIMIT 1", on: db)
      find.bind(table, at: 1)
      hasTombstones[table] = try find.step()
      find.reset()
    }
    guard hasTombstones[table] == true else { return nil }
    let delete = try RowStatement(
      "DELETE FROM \"$deleted\" WHERE \"table\" = ?1 AND id = ?2", on: db)
    return { id in
      delete.bind(table, at: 1)
      delete.bind(id, at: 2)
      try delete.run()
    }
  }
}

import MapRuntime

/// What people and the integration do with a document of Sales besides writing its fields; each is one
/// transaction, refused with a sentence.
extension EmbeddedSystem {
  /// Changes a document in whatever state it is, and leaves it in a given one: it is opened, its fields
  /// are written, and it is closed again (R F-2, H-19, E-5). Nobody but the integration may.
  /// - Parameters:
  ///   - state: where it ends; nil for where it was.
  /// - Returns: false where there is none.
  public func reopen(
    _ table: String, _ id: Guid, _ fields: [String: Value] = [:], to state: EnteredState? = nil,
    by author: Author = .integration
  ) throws(SystemFailure) -> Result<Bool, Refusal> {
    let layout = try schema.table(table)
    return try act(by: author) { session in
      let (plan, content) = self.plan(layout, fields, isNew: false, by: author)
      let outcome = try session.reopen(
        plan, try session.statement(plan), id: id, expected: nil, company: nil, content, to: state)
      switch outcome {
      case .refused(let sentence): throw Refusal(sentence)
      case .missing: return false
      default: return true
      }
    }
  }

  /// Keeps the prices of an order or an invoice as they are, or lets them follow their list again
  /// (SD-4).
  public func lockPrices(
    of table: String, _ id: Guid, _ isLocked: Bool = true, by author: Author = .person
  ) throws(SystemFailure) -> Result<Bool, Refusal> {
    try change(table, id, ["ispricelocked": .boolean(isLocked)], by: author)
  }
}

extension WriteSession {
  /// Changes a record in whatever state it is, as `update` does one that can be changed, and leaves it
  /// in a given state.
  /// - Parameters:
  ///   - expected: the version that it must have; nil for any.
  ///   - company: what a plan that stamps companies writes.
  ///   - state: where it ends; nil for where it was.
  /// - Throws: errors of the database only; what is refused is an outcome.
  public func reopen(
    _ plan: WritePlan, _ statement: RowStatement, id: Guid, expected: Int64?, company: Guid?,
    _ content: some RowContent, to state: EnteredState?
  ) throws -> WriteOutcome {
    do {
      if writer == .person {
        throw Refusal("\(try shown(plan.table, id)) is opened by the integration only")
      }
      if state == nil, try isReopened(id, plan) {
        return try updateRow(plan, statement, id, expected, company, content)
      }
      return try guarded(true) {
        isReopening = true
        defer { isReopening = false }
        let outcome = try update(
          plan, statement, id: id, expected: expected, company: company, content)
        if case .refused(let sentence) = outcome { throw Refusal(sentence) }
        guard case .written = outcome, let state else { return outcome }
        try enter(state, plan.table, id)
        return .written(id: id, version: try currentVersion(plan.table, id))
      }
    } catch let refusal as Refusal {
      return .refused(refusal.sentence)
    }
  }

  /// Whether a document can be opened in the state that it has, and a write asks for nothing else.
  private func isReopened(_ id: Guid, _ plan: WritePlan) throws -> Bool {
    guard plan.asksStateOnly, let states = plan.table.description.states,
      let field = plan.table.column(states.field), let status = plan.table.column(states.status)
    else { return false }
    let reading = ReadColumns(
      [plan.table.columns[field], plan.table.columns[status]], on: plan.table.side, after: 0)
    let select = try RowStatement(
      "SELECT \(reading.sql) FROM \(plan.table.sqlName) t WHERE \"$id\" = ?1", on: db)
    select.bind(id, at: 1)
    defer { select.reset() }
    guard try select.step() else { return false }
    let row = StatementRow(select, reading, RowDamage())
    guard let state = states.state(.of(row.option(0))) else { return false }
    return state.has(.of(row.option(1))) && states.reopens(state, to: state)
  }

  /// Brings a document into a state.
  /// - Throws: `Refusal`, where its table has no such step.
  func enter(_ state: EnteredState, _ table: TableLayout, _ id: Guid) throws {
    guard let states = table.description.states else {
      throw Refusal("'\(table.name)' has no states")
    }
    let end = try states.checked(state, of: try shown(table, id))
    let isThere = try change(
      table.name, id,
      [
        states.field: .option(OptionValue(end.state.value)), states.status: .option(end.status),
      ])
    if !isThere { throw Refusal("there is no \(table.name) \(id)") }
  }
}

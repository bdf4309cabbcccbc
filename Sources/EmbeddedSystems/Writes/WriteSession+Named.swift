import MapRuntime

/// Writes by the names of fields, one record of a batch each.
extension WriteSession {
  /// Creates a record.
  /// - Throws: errors of the database only; what is refused is an outcome.
  public func insert(
    _ id: Guid, _ fields: [String: Value], in table: TableLayout
  ) throws -> WriteOutcome {
    let (plan, content) = system.plan(table, fields, isNew: true, by: author)
    return try insert(plan, try statement(plan), id: id, company: nil, content)
  }

  /// Changes fields of a record whose version is the expected one, or whatever it is.
  /// - Throws: errors of the database only; what is refused is an outcome.
  public func update(
    _ id: Guid, _ fields: [String: Value], in table: TableLayout, expected: Int64? = nil
  ) throws -> WriteOutcome {
    let (plan, content) = system.plan(table, fields, isNew: false, by: author)
    return try update(
      plan, try statement(plan), id: id, expected: expected, company: nil, content)
  }
}

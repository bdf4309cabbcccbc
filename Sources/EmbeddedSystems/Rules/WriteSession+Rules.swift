import MapRuntime

extension WriteSession {
  /// Lets the rules of a plan see its write, and says at which version it ends.
  ///
  /// What the system's own logic adds to a record that the integration writes is the integration's:
  /// in the original it runs in the session of whoever writes, too. Who came after the integration
  /// would otherwise seem to be a person.
  func apply(
    _ plan: WritePlan, _ kind: RowChange.Kind, _ id: Guid, before: [Value]?
  ) throws -> WriteOutcome {
    try apply(plan.rules, kind, plan.table, id, before: before)
    if plan.source.author == .integration {
      let own = try RowStatement(
        "UPDATE \(plan.table.sqlName) SET \"$ours\" = \"$version\""
          + " WHERE \"$id\" = ?1 AND \"$ours\" <> \"$version\"", on: db)
      own.bind(id, at: 1)
      try own.run()
    }
    return .written(id: id, version: try currentVersion(plan.table, id))
  }

  /// Lets the rules of a table see a write.
  func apply(
    _ rules: [any SystemRule], _ kind: RowChange.Kind, _ table: TableLayout, _ id: Guid,
    before: [Value]?
  ) throws {
    for rule in rules {
      // A rule before this one may have written the record again.
      let after = kind == .deleted ? nil : try values(of: table, id)
      let change = RowChange(kind: kind, table: table, id: id, before: before, after: after)
      try rule.apply(change, in: self)
    }
  }
}

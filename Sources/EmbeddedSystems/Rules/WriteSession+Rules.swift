import MapRuntime

extension WriteSession {
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

import MapRuntime

/// A change of a joined row counts as a change of the records that read it (LANGUAGE 4, join and
/// changes-with).
struct ChangesOfJoined: SystemRule {
  func concerns(_ table: TableLayout) -> Bool { true }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    for dependent in session.schema.dependents(of: change.table.name) {
      for row in [change.before, change.after] {
        guard let row else { continue }
        var fields: [String: Value] = [:]
        for pair in dependent.pairs { fields[pair.own] = row[pair.theirs] }
        // A record without a reference reads no row.
        if fields.values.allSatisfy(\.isEmpty) { continue }
        session.touched[dependent.table, default: []]
          .formUnion(try session.find(dependent.table, fields))
      }
    }
  }
}

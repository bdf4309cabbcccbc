import MapRuntime

/// A change of a joined row counts as a change of the records that read it
/// (docs/language.md#tables, join and changes-with).
struct ChangesOfJoined: SystemRule {
  func concerns(_ table: TableLayout) -> Bool { true }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    let dependents = session.schema.dependents(of: change.table.name)
    for dependent in dependents {
      for row in [change.before, change.after] {
        if let row { try session.touch(dependent, of: row) }
      }
    }
    if dependents.contains(where: { $0.validFrom != nil }) { try session.beginDays() }
  }
}

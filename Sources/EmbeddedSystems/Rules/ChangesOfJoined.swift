import MapRuntime

/// A change of a joined row counts as a change of the records that read it
/// (docs/language.md#tables, join and changes-with).
struct ChangesOfJoined: SystemRule {
  /// What others read of the records; nil where nobody has looked.
  private let read: ReadByOthers?

  init(_ read: ReadByOthers? = nil) { self.read = read }

  func concerns(_ table: TableLayout) -> Bool { true }

  func concerns(_ table: TableLayout, writing columns: Set<Int>, isNew: Bool) -> Bool {
    read?.concerns(columns, isNew: isNew) ?? true
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    let dependents = session.schema.dependents(of: change.table.name)
    for dependent in dependents {
      for row in [change.before, change.after] {
        if let row { try session.touch(dependent, of: row) }
      }
    }
    try session.beginDays(dependents)
  }
}

/// What the records of other tables read of a table's records.
struct ReadByOthers: Sendable {
  /// By column of the table; nil where everything counts.
  private var columns: Set<Int>? = []
  /// Whether all of them name what they read by its id: nobody can name a record that is not there
  /// yet.
  private var isByID = true

  mutating func add(_ joined: Dependent, _ join: JoinDescription?, in table: TableLayout) {
    let id = table.side == .sales ? table.description.key : []
    isByID = isByID && joined.pairs.map { table.columns[$0.theirs].name } == id && !id.isEmpty
    guard let join, join.table == table.name else {
      columns = nil
      return
    }
    let read = [join.field, join.latest].compactMap { $0.flatMap(table.column) }
    // What the system works out by itself is written by nobody.
    let isWritten = read.allSatisfy { table.columns[$0].field.access == .readWrite }
    columns = isWritten ? columns?.union(read + joined.pairs.map(\.theirs)) : nil
  }

  func concerns(_ written: Set<Int>, isNew: Bool) -> Bool {
    if isNew { return !isByID }
    guard let columns else { return true }
    return !columns.isDisjoint(with: written)
  }
}

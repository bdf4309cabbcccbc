import MapRuntime

/// A line of a Sales document shows the state of its header.
struct LineState: SystemRule {
  func concerns(_ table: TableLayout) -> Bool {
    table.side == .sales && (table.description.states != nil || Self.column(of: table) != nil)
  }

  /// The field of a line that holds the state, as in 'salesorderstatecode'.
  private static func column(of lines: TableLayout) -> String? {
    guard let parent = lines.description.parent else { return nil }
    let name = parent.table + "statecode"
    return lines.column(name).map { _ in name }
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard change.kind != .deleted else { return }
    try takeOver(change, in: session)
    guard change.kind == .changed, let states = change.table.description.states,
      change.isChanged(states.field)
    else { return }
    for lines in session.schema.tables where lines.description.parent?.table == change.table.name {
      guard let name = Self.column(of: lines), let header = lines.description.parent?.by.first?.own
      else { continue }
      let id = Value.lookup(Lookup(table: change.table.name, id: change.id))
      for line in try session.find(lines.name, [header: id]) {
        try session.change(lines.name, line, [name: change[states.field]], by: .system)
      }
    }
  }

  private func takeOver(_ change: RowChange, in session: WriteSession) throws {
    guard let name = Self.column(of: change.table),
      let field = change.table.description.parent?.by.first?.own, change.isChanged(field),
      let header = change[field].lookup, let headers = session.schema[header.table],
      let column = headers.description.states.flatMap({ headers.column($0.field) }),
      let state = try session.values(of: headers, header.id)?[column], state != change[name]
    else { return }
    try session.change(change.table.name, change.id, [name: state], by: .system)
  }
}

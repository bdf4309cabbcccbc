import MapRuntime

/// What happens to an option happens to its copies on other tables, under one number (R K-18).
struct OptionCopies: SystemRule {
  func concerns(_ table: TableLayout) -> Bool { !table.optionCopies.isEmpty }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    for name in change.table.optionCopies {
      guard let copy = session.schema[name] else { continue }
      let isThere = try session.contains(change.id, in: copy)
      switch change.kind {
      case .deleted:
        if isThere, case .refused(let sentence) = try session.delete(change.id, from: copy) {
          throw Refusal(sentence)
        }
      case .changed where isThere:
        try session.change(name, change.id, ["$label": change["$label"]], by: .system)
      case .created, .changed:
        // Somebody may have given the copy that option before.
        let label = change["$label"]
        guard !isThere, try session.find(name, ["$label": label]).isEmpty else { continue }
        let outer = session.optionID
        session.optionID = change.id
        defer { session.optionID = outer }
        try session.create(name, ["$label": label], by: .system)
      }
    }
  }
}

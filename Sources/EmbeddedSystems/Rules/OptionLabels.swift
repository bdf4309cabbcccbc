import MapRuntime

/// New options have labels of at most ten characters, unique and without commas (R D-52).
struct OptionLabels: SystemRule {
  func concerns(_ table: TableLayout) -> Bool { table.options != nil }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard change.kind != .deleted, let label = change["$label"].text else { return }
    if !TextLength.fits(label, in: 10) {
      throw Refusal("\(change.table.name): the label '\(label)' has more than 10 characters")
    }
    if label.contains(",") {
      throw Refusal("\(change.table.name): the label '\(label)' has a comma")
    }
    let same = try session.find(change.table.name, ["$label": .text(label)])
    if same.contains(where: { $0 != change.id }) {
      throw Refusal("\(change.table.name): there is an option '\(label)' already")
    }
  }
}

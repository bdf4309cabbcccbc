import MapRuntime

/// A new unit of which nobody says the base unit refers to its group's (R C-45).
struct UnitOfGroup: SystemRule {
  func concerns(_ table: TableLayout) -> Bool {
    table.side == .sales && table.name == "uom"
      && ["baseuom", "uomscheduleid", "isschedulebaseuom"].allSatisfy { table.column($0) != nil }
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    let isBase = Value.boolean(true)
    guard change.kind == .created, change["baseuom"].isEmpty, change["isschedulebaseuom"] != isBase,
      !change["uomscheduleid"].isEmpty,
      let base = try session.find(
        "uom", ["uomscheduleid": change["uomscheduleid"], "isschedulebaseuom": isBase]
      ).first
    else { return }
    try session.change(
      "uom", change.id, ["baseuom": .lookup(Lookup(table: "uom", id: base))], by: .system)
  }
}

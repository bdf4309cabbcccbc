import MapRuntime

/// A new unit group with a base unit's name gets that unit, with quantity 1 (R C-45).
struct BaseUnit: SystemRule {
  func concerns(_ table: TableLayout) -> Bool {
    table.side == .sales && table.name == "uomschedule" && table.column("baseuomname") != nil
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard change.kind == .created, let name = change["baseuomname"].text,
      session.schema["uom"] != nil
    else { return }
    let hasMark = session.schema["uom"]?.column("isschedulebaseuom") != nil
    let group = Value.lookup(Lookup(table: "uomschedule", id: change.id))
    // Stated together with its unit, that one is the base.
    if let unit = try session.find("uom", ["uomscheduleid": group, "name": .text(name)]).first {
      if hasMark {
        try session.change("uom", unit, ["isschedulebaseuom": .boolean(true)], by: .system)
      }
      return
    }
    var fields: [String: Value] = [
      "name": .text(name), "quantity": .decimal(DecimalValue(1)),
      "uomscheduleid": group,
    ]
    if hasMark { fields["isschedulebaseuom"] = .boolean(true) }
    try session.create("uom", fields, by: .system)
  }
}

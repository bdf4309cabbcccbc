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
    var fields: [String: Value] = [
      "name": .text(name), "quantity": .decimal(DecimalValue(1)),
      "uomscheduleid": .lookup(Lookup(table: "uomschedule", id: change.id)),
    ]
    if session.schema["uom"]?.column("isschedulebaseuom") != nil {
      fields["isschedulebaseuom"] = .boolean(true)
    }
    try session.create("uom", fields, by: .system)
  }
}

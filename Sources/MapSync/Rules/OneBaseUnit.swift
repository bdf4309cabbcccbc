import MapRuntime

/// A unit group holds exactly one base unit, with quantity 1 and the group's base name (R C-45).
/// Sales makes the base unit of a new group, so that one is looked at once it is written.
struct OneBaseUnit: PageRule {
  private let units: UnitTables
  private let name: Int

  init(_ context: RuleContext, _ units: UnitTables) throws(StoreFailure) {
    guard let name = context.target.column("baseuomname") else {
      throw context.unfit(.baseUnit, "finds no field for the base name of a unit group")
    }
    self.units = units
    self.name = name
  }

  func prepare(_ rows: inout [RuleRow]) async throws(StoreFailure) {
    try await check(&rows) { !$0.isNew }
  }

  func finish(_ rows: inout [RuleRow]) async throws(StoreFailure) {
    try await check(&rows, \.isNew)
  }

  private func check(
    _ rows: inout [RuleRow], _ isMeant: (RuleRow) -> Bool
  ) async throws(StoreFailure) {
    let places = rows.indices.filter { isMeant(rows[$0]) }
    let bases = try await units.bases(of: Set(places.compactMap { rows[$0].targetID }))
    for place in places {
      guard let id = rows[place].targetID else { continue }
      let wanted = rows[place].target[name].text ?? ""
      let found = bases[id] ?? []
      if found.count == 1, found[0].quantity == DecimalValue(1), found[0].name == wanted {
        continue
      }
      rows[place].failure =
        "its unit group in Sales must have exactly one base unit, with quantity 1 and the name"
        + " '\(wanted)'"
    }
  }
}

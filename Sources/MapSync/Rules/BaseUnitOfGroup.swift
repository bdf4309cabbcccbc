import MapRuntime

/// A unit refers to the base unit of its group, which refers to none (R C-45).
struct BaseUnitOfGroup: PageRule {
  private let units: UnitTables
  private let base: Int
  private let group: Int

  init(_ context: RuleContext, _ units: UnitTables) throws(StoreFailure) {
    guard let base = context.columns(referringTo: units.unit).first,
      let group = context.columns(referringTo: units.group).first
    else { throw context.unfit(.baseUnit, "finds no field for the base unit of a unit") }
    self.units = units
    self.base = base
    self.group = group
  }

  func prepare(_ rows: inout [RuleRow]) async throws(StoreFailure) {
    let bases = try await units.bases(of: Set(rows.compactMap { $0.id(group) }))
    for place in rows.indices {
      guard let owner = rows[place].id(group) else { continue }
      guard let unit = bases[owner]?.first else {
        rows[place].failure = "its unit group has no base unit in Sales"
        continue
      }
      guard unit.id != rows[place].targetID else { continue }
      rows[place].target[base] = .lookup(Lookup(table: units.unit, id: unit.id))
    }
  }
}

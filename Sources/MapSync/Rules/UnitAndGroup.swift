import MapRuntime

/// Of unit and unit group, the one that the mapping does not write follows the other; with neither
/// written, the unit is that of the record's product (R B-27).
struct UnitAndGroup: PageRule {
  private enum Way: Sendable {
    case groupFollows(unit: Int, group: Int)
    case unitFollows(unit: Int, group: Int)
    case ofProduct(unit: Int, product: Int, table: String, key: String, field: String)
  }

  private let units: UnitTables
  private let way: Way
  private let store: any SystemStore

  /// Nil where the mapping writes all that the table has.
  static func rule(
    _ context: RuleContext, _ units: UnitTables
  ) throws(StoreFailure) -> UnitAndGroup? {
    let written = Set(context.referred.map(\.pair.sales))
    let unit = context.columns(referringTo: units.unit).first
    let group = context.columns(referringTo: units.group).first
    switch (unit, group, written.contains(units.unit), written.contains(units.group)) {
    case (let unit?, let group?, true, false):
      return UnitAndGroup(context, units, .groupFollows(unit: unit, group: group))
    case (let unit?, let group?, false, true):
      return UnitAndGroup(context, units, .unitFollows(unit: unit, group: group))
    case (let unit?, _, false, false):
      return try product(context, units, unit)
    case (nil, nil, _, _):
      throw context.unfit(.baseUnit, "finds neither a unit nor a unit group")
    default: return nil
    }
  }

  private init(_ context: RuleContext, _ units: UnitTables, _ way: Way) {
    self.units = units
    self.way = way
    store = context.store
  }

  /// The one reference to records that have a unit themselves.
  private static func product(
    _ context: RuleContext, _ units: UnitTables, _ unit: Int
  ) throws(StoreFailure) -> UnitAndGroup {
    for table in context.referred.map(\.pair.sales) where table != context.target.name {
      guard let column = context.columns(referringTo: table).first,
        let description = context.integration.table(.sales, table),
        let key = description.key.first, let field = description.field(referringTo: units.unit)
      else { continue }
      return UnitAndGroup(
        context, units,
        .ofProduct(unit: unit, product: column, table: table, key: key, field: field))
    }
    throw context.unfit(.baseUnit, "finds no product to take the unit of")
  }

  func prepare(_ rows: inout [RuleRow]) async throws(StoreFailure) {
    switch way {
    case .groupFollows(let unit, let group):
      let open = follows(rows, group, unit)
      let groups = try await units.groups(of: Set(open.compactMap { rows[$0].id(unit) }))
      settle(&rows, open, group, units.group, "its unit is not in Sales any more") { row in
        row.id(unit).flatMap { groups[$0] }
      }
    case .unitFollows(let unit, let group):
      let open = follows(rows, unit, group)
      let bases = try await units.bases(of: Set(open.compactMap { rows[$0].id(group) }))
      settle(&rows, open, unit, units.unit, "its unit group has no base unit in Sales") { row in
        row.id(group).flatMap { bases[$0]?.first?.id }
      }
    case .ofProduct(let unit, let product, let table, let key, let field):
      let open = follows(rows, unit, product)
      let ids = Set(open.compactMap { rows[$0].id(product) })
      let found =
        ids.isEmpty
        ? []
        : try await store.rows(
          of: table, [field], matching: [key], values: ids.map { [.guid($0)] })
      var own: [Guid: Guid] = [:]
      for row in found { own[row.id] = row.values[0].lookup?.id }
      settle(&rows, open, unit, units.unit, "its product has no unit in Sales") { row in
        row.id(product).flatMap { own[$0] }
      }
    }
  }

  /// The rows in which a column follows another one: where that changes, or nothing followed yet.
  private func follows(_ rows: [RuleRow], _ column: Int, _ leader: Int) -> [Int] {
    rows.indices.filter { place in
      let row = rows[place]
      return row.id(leader) != nil && (row.changes(leader) || row.id(column) == nil)
    }
  }

  private func settle(
    _ rows: inout [RuleRow], _ places: [Int], _ column: Int, _ table: String, _ failure: String,
    _ id: (RuleRow) -> Guid?
  ) {
    for place in places {
      if let id = id(rows[place]) {
        rows[place].target[column] = .lookup(Lookup(table: table, id: id))
      } else {
        rows[place].failure = failure
      }
    }
  }
}

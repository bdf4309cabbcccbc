import MapRuntime

/// `unit-group-stays`: a product that exists keeps its unit group (R C-46).
struct UnitGroupStaysRule: PageRule {
  private let group: Int

  init(_ context: RuleContext) throws(StoreFailure) {
    guard let units = UnitTables(context.integration),
      let group = context.columns(referringTo: units.group).first
    else { throw context.unfit(.unitGroupStays, "finds no unit group in its Sales table") }
    self.group = group
  }

  func prepare(_ rows: inout [RuleRow]) async throws(StoreFailure) {
    for place in rows.indices {
      let row = rows[place]
      guard !row.isNew, !row.stored[group].isEmpty, row.changes(group) else { continue }
      rows[place].failure =
        "its unit group cannot change in Sales; retire the record there and create it again"
    }
  }
}

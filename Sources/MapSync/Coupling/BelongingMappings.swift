import MapRuntime

/// The mappings whose records belong to another mapping's: contacts to customers, say. The Sales
/// table says so with its role `belongs-to` (R D-54, C-37).
enum BelongingMappings {
  static func of(_ owner: BoundMapping, _ integration: Integration) -> [BoundMapping] {
    integration.mappings.filter { other in
      guard let table = integration.table(.sales, other.pair.sales),
        let name = table.roles.belongsTo, let lookup = table.field(name)
      else { return false }
      return lookup.refers(to: owner.pair.sales)
        && other.type.slots(.toSales).contains { $0.mappings.contains(owner.name) }
    }
  }
}

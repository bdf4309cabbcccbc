import MapRuntime

/// `base-unit`: units know the base unit of their group, a group has exactly one, and of unit and
/// unit group the one that a mapping does not write follows the other (R C-45, B-27).
enum BaseUnitRule {
  /// What it comes to for a mapping; nil where the mapping's other fields say everything.
  static func rule(_ context: RuleContext) throws(StoreFailure) -> (any PageRule)? {
    guard let units = UnitTables(context.integration) else {
      throw context.unfit(.baseUnit, "finds no Sales table of units with base units")
    }
    switch context.target.name {
    case units.unit: return try BaseUnitOfGroup(context, units)
    case units.group: return try OneBaseUnit(context, units)
    default: return try UnitAndGroup.rule(context, units)
    }
  }

  /// Whether a mapping makes unit groups, of which every Sales organization has one from the start
  /// (R J-8).
  static func makesGroups(_ mapping: BoundMapping, _ integration: Integration) -> Bool {
    mapping.policy.rules.contains(NamedRule.baseUnit.rawValue)
      && UnitTables(integration)?.group == mapping.pair.sales
  }
}

import MapLanguage
import MapRuntime
import MapSource

/// `lookup-wrong-table` of what a reference is followed to, and of what stands in for an empty one; that
/// the mapping it goes through has the right tables is asked where names are resolved.
enum LookupWrongTableCheck {
  static func find(
    _ map: EffectiveFieldMap, _ scope: FlowScope, _ findings: inout [Finding]
  ) {
    follow(map, scope, &findings)
    insteadOfEmpty(map, scope, &findings)
  }

  /// The mapping as it is in this combination, or in the first where it exists.
  private static func mapping(of route: Route, _ scope: FlowScope) -> EffectiveMapping? {
    scope.context.mapping(route.mapping)
      ?? scope.context.resolved.mappings[route.mapping].all.first
  }

  /// What stands in for an empty reference goes through the same mappings.
  private static func insteadOfEmpty(
    _ map: EffectiveFieldMap, _ scope: FlowScope, _ findings: inout [Finding]
  ) {
    guard case .useField(let place) = map.empty, let side = map.directions.first?.source,
      let span = map.origin.empty?.span
    else { return }
    // Options that a mapping keeps refer to nothing, wherever they stand.
    let isOption = map.routes.contains { route in
      mapping(of: route, scope).map { scope.context.catalogue.optionFields[$0.salesTable] != nil }
        ?? false
    }
    if side == .sales, isOption { return }
    let field = scope.field(place, side)
    let coupled = Set(
      map.routes.compactMap { mapping(of: $0, scope) }
        .map { scope.context.table($0, side).name.value })
    let targets = field.references?.targets.map(\.table.value) ?? []
    guard !coupled.isEmpty, coupled.isDisjoint(with: targets) else { return }
    findings.append(
      Finding(
        "lookup-wrong-table",
        "'\(field.name.value)' stands in for a reference to \(ValueNames.list(coupled.sorted())), "
          + (targets.isEmpty ? "and refers to nothing" : "and refers to other records"),
        at: span, label: "goes through the same mapping", notes: [FlowScope.note(on: field)],
        help: "name a field that refers to \(ValueNames.list(coupled.sorted()))"))
  }

  /// `follow` names a table of the lookup, and a field of it that leads on.
  private static func follow(
    _ map: EffectiveFieldMap, _ scope: FlowScope, _ findings: inout [Finding]
  ) {
    guard !map.follow.isEmpty, let sales = map.sales else { return }
    let lookup = scope.field(sales, .sales)
    let wanted = Set(
      map.routes.compactMap { mapping(of: $0, scope) }
        .map { scope.context.table($0, .sales).name.value })
    for (place, step) in map.follow.enumerated() where map.follow.count == map.origin.follow.count {
      let written = map.origin.follow[place]
      let table = scope.context.catalogue[step.table]
      guard
        lookup.references?.targets.contains(where: { $0.table.value == table.name.value })
          ?? false
      else {
        findings.append(
          Finding(
            "lookup-wrong-table",
            "'\(lookup.name.value)' never refers to '\(table.name.value)', so nothing follows it",
            at: written.table.span,
            notes: [Finding.Note("the field is described here", at: lookup.span)]))
        continue
      }
      let field = table.fields[step.field]
      let targets = field.references?.targets.map(\.table.value) ?? []
      guard wanted.isDisjoint(with: targets) else { continue }
      findings.append(
        Finding(
          "lookup-wrong-table",
          "'\(field.name.value)' of '\(table.name.value)' leads to no table of 'through'",
          at: written.field.span,
          notes: [Finding.Note("the field is described here", at: field.span)],
          help: "name a lookup to \(ValueNames.list(wanted.sorted()))"))
    }
  }
}

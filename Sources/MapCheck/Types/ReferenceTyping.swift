import MapLanguage
import MapRuntime

/// Lookups and what may be written into them without `through`.
enum ReferenceTyping {
  static func converts(
    _ leaf: EffectiveSource, _ type: FieldType, _ flow: FieldFlow, _ scope: FlowScope
  ) -> Bool {
    // Both ends refer: `lookup-without-through` says so.
    if case .field(let place) = leaf, refers(place, flow.direction.source, scope),
      refers(flow.target, flow.direction.target, scope)
    {
      return true
    }
    guard flow.targetType == .lookup, case .related(let record, let place) = leaf,
      scope.mapping.related[record].side == flow.direction.target
    else { return false }
    // A record of the target's own side: its id, or a lookup that it holds.
    let (table, field) = scope.related(record, place)
    let targets = scope.target(of: flow).references?.targets ?? []
    if type == .guid, table.key.first?.value == field.name.value || !table.isComplete {
      return targets.contains { $0.table.value == table.name.value }
    }
    guard type == .lookup else { return false }
    let names = (field.references?.targets ?? []).map(\.table.value)
    return targets.contains { names.contains($0.table.value) }
  }

  /// Whether a code and an option are kept together by an option mapping; `lookup-without-through`
  /// then says so.
  static func isAnsweredByOption(
    _ leaf: EffectiveSource, _ flow: FieldFlow, _ scope: FlowScope
  ) -> Bool {
    guard case .field = leaf, let bc = flow.map.bc, let sales = flow.map.sales,
      scope.type(sales, .sales) == .option, refers(bc, .bc, scope)
    else { return false }
    return !LookupCandidates.find(bc: bc, sales: sales, scope).isEmpty
  }

  static func refers(_ place: Int, _ side: Side, _ scope: FlowScope) -> Bool {
    let table = scope.mapping.table(side)
    return scope.context.catalogue[table].fields[place].references != nil
  }
}

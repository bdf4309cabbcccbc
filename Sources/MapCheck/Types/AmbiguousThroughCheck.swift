import MapLanguage
import MapRuntime
import MapSource

/// `ambiguous-mapping`: of the mappings that `through` lists, two could answer for one record
/// (R A-29).
enum AmbiguousThroughCheck {
  static func find(
    _ map: EffectiveFieldMap, _ scope: FlowScope, _ findings: inout [Finding]
  ) {
    guard map.routes.count > 1, map.routes.count == map.origin.through.count else { return }
    var earlier: [(mapping: EffectiveMapping, span: Span)] = []
    for (route, name) in zip(map.routes, map.origin.through) {
      // Mappings that never exist together never both answer.
      guard let mapping = scope.context.mapping(route.mapping) else { continue }
      if let twin = earlier.first(where: { meets($0.mapping, mapping, map) }) {
        findings.append(finding(twin.mapping, twin.span, mapping, name.span, scope))
      }
      earlier.append((mapping, name.span))
    }
  }

  /// Towards Sales the BC table tells the entries apart; towards BC both tables do.
  private static func meets(
    _ one: EffectiveMapping, _ other: EffectiveMapping, _ map: EffectiveFieldMap
  ) -> Bool {
    one.bcTable == other.bcTable
      && (map.includes(.toSales) || one.salesTable == other.salesTable)
  }

  private static func finding(
    _ one: EffectiveMapping, _ first: Span, _ other: EffectiveMapping, _ second: Span,
    _ scope: FlowScope
  ) -> Finding {
    let table = scope.context.table(other, .bc).name.value
    let message =
      one.place == other.place
      ? "'\(one.name)' is listed twice"
      : "'\(one.name)' and '\(other.name)' could both translate a reference to '\(table)'"
    return Finding(
      "ambiguous-mapping", message, at: second, label: "couples '\(table)' too",
      notes: [Finding.Note("the other is listed here", at: first)],
      help: "keep one mapping of each table")
  }
}

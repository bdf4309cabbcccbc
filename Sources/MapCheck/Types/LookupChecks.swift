import MapLanguage
import MapRuntime
import MapSource

/// Checks of references. What they say depends on the mappings that they go through.
enum LookupChecks {
  static let pass = CheckPass(reach: .reached) { mapping, context in
    let scope = FlowScope(mapping: mapping, context: context)
    var findings: [Finding] = []
    for map in mapping.fields { find(map, scope, &findings) }
    for map in mapping.disabled { find(map, scope, &findings) }
    ParentTableCheck.find(scope, &findings)
    return findings
  }

  private static func find(
    _ map: EffectiveFieldMap, _ scope: FlowScope, _ findings: inout [Finding]
  ) {
    if map.origin.through.isEmpty {
      LookupWithoutThroughCheck.find(map, scope, &findings)
    } else {
      LookupWrongTableCheck.find(map, scope, &findings)
      AmbiguousThroughCheck.find(map, scope, &findings)
    }
  }
}

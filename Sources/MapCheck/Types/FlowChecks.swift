import MapLanguage
import MapRuntime
import MapSource

/// Walks over the field maps of a mapping once, disabled ones too, and asks every check of values
/// on their way. Where the types do not fit, nothing else is asked: one cause is one finding.
enum FlowChecks {
  /// A new check of one direction is a file here and a line in this list.
  private static let all: [FlowCheck] = [
    TextTruncationCheck.check, PrecisionLossCheck.check, OptionNotCoveredCheck.check,
    ReadOnlyTargetCheck.check, EmptyIntoRequiredCheck.check,
  ]

  static let pass = CheckPass(reach: .own) { mapping, context in
    let scope = FlowScope(mapping: mapping, context: context)
    var findings: [Finding] = []
    for map in mapping.fields { find(map, scope, &findings) }
    for map in mapping.disabled { find(map, scope, &findings) }
    return findings
  }

  private static func find(
    _ map: EffectiveFieldMap, _ scope: FlowScope, _ findings: inout [Finding]
  ) {
    // Without its mapping, a reference is no value of the other side: that is the finding.
    if LookupWithoutThroughCheck.untranslated(map, scope) != nil { return }
    for direction in map.directions {
      guard let flow = scope.flow(map, direction) else { continue }
      if let mismatch = TypeMismatchCheck.find(flow, scope) {
        findings.append(mismatch)
        return
      }
      for check in all { check.find(flow, scope, &findings) }
    }
    OptionNotInvertibleCheck.find(map, scope, &findings)
    NotInvertibleCheck.find(map, scope, &findings)
  }
}

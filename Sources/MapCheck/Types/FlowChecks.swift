import MapLanguage
import MapRuntime
import MapSource

/// Walks over the field maps of a mapping once, disabled ones too, and asks every check of values
/// on their way. Where the types do not fit, nothing else is asked, nor where nothing can be written:
/// one cause is one finding.
enum FlowChecks {
  /// A new check of one direction is a file here and a line in this list; `option-not-covered` stands
  /// apart, since a list of values lacks what it lacks both ways.
  private static let all: [FlowCheck] = [
    TextTruncationCheck.check, PrecisionLossCheck.check, NumberOverflowCheck.check,
    EmptyIntoRequiredCheck.check,
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
    var isWritten = true
    var refusals: [Finding] = []
    var uncovered: [Finding] = []
    for direction in map.directions {
      guard let flow = scope.flow(map, direction) else { continue }
      if let mismatch = TypeMismatchCheck.find(flow, scope) {
        findings.append(mismatch)
        return
      }
      // What is never written is not too long either.
      if let refused = ReadOnlyTargetCheck.find(flow, scope) {
        refusals.append(refused)
        isWritten = false
        continue
      }
      OptionNotCoveredCheck.check.find(flow, scope, &uncovered)
      for check in all { check.find(flow, scope, &findings) }
    }
    findings += refusals.count > 1 ? [ReadOnlyTargetCheck.neither(refusals)] : refusals
    findings += uncovered.count > 1 ? [OptionNotCoveredCheck.bothWays(uncovered)] : uncovered
    guard isWritten else { return }
    OptionNotInvertibleCheck.find(map, scope, &findings)
    NotInvertibleCheck.find(map, scope, &findings)
  }
}

import MapLanguage
import MapRuntime
import MapSource

/// `read-only-target`: a field is written that takes nothing, or takes it on creation only in a
/// mapping that never creates there. Fields with `access: update` take a second write.
enum ReadOnlyTargetCheck {
  static func find(_ flow: FieldFlow, _ scope: FlowScope) -> Finding? {
    let target = scope.target(of: flow)
    let side = flow.direction.target
    let refusal: String
    if let reason = FieldAccess.refusal(of: target) {
      refusal = reason
    } else if target.access == .create, flow.map.onlyOn == .update {
      refusal = "is written on creation only, and this field map on updates only"
    } else if target.access == .create, !scope.mapping.creates(flow.direction) {
      refusal =
        "is written on creation only, and '\(scope.mapping.name)' never creates "
        + flow.direction.name
    } else {
      return nil
    }
    return finding(target, refusal, flow.targetSpan, help: help(flow, target, scope), side)
  }

  /// What templates and write-backs set.
  static let pass = CheckPass(reach: .own) { mapping, context in
    var findings: [Finding] = []
    for template in mapping.templates {
      let side = template.to
      let table = context.table(mapping, side)
      for assignment in template.set {
        let field = table.fields[assignment.field]
        guard let refusal = FieldAccess.refusal(of: field) else { continue }
        findings.append(
          finding(field, refusal, assignment.span, help: "take it out of the template", side))
      }
    }
    for back in mapping.writeBack {
      guard let target = context.mapping(back.mapping) else { continue }
      let side: Side = mapping.direction == .toBC ? .bc : .sales
      let table = context.table(target, side)
      for assignment in back.set {
        let field = table.fields[assignment.field]
        let refusal =
          FieldAccess.refusal(of: field)
          ?? (field.access == .create
            ? "is written on creation only, and its record exists already" : nil)
        guard let refusal else { continue }
        findings.append(
          finding(field, refusal, assignment.span, help: "take it out of 'write-back'", side))
      }
    }
    return findings
  }

  private static func finding(
    _ field: Field, _ refusal: String, _ span: Span, help: String, _ side: Side
  ) -> Finding {
    Finding(
      "read-only-target", "\(side.name) field '\(field.name.value)' \(refusal)", at: span,
      label: "cannot be written",
      notes: [Finding.Note("the field is described here", at: field.span)], help: help)
  }

  /// A field map of which neither side takes what the other one has.
  static func neither(_ found: [Finding]) -> Finding {
    var finding = found[0]
    finding.notes += found.dropFirst().map { Finding.Note("\($0.message), too", at: $0.span) }
    finding.help = "neither side can be written: take the field map out"
    return finding
  }

  private static func help(_ flow: FieldFlow, _ target: Field, _ scope: FlowScope) -> String {
    if flow.map.isTwoWay {
      return "say `direction: \(flow.direction.reversed.name)`, or take the field map out"
    }
    return target.access == .create && FieldAccess.refusal(of: target) == nil
      ? "say `create: { \(flow.direction.name): true }`, or take the field map out"
      : "take the field map out, or write another field"
  }
}

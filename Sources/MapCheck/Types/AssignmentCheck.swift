import MapLanguage
import MapRuntime
import MapSource

/// What templates set must fit its fields: `type-mismatch` for a value of the run,
/// `text-truncation` and `precision-loss` for one that is written down.
enum AssignmentCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    var findings: [Finding] = []
    for template in mapping.templates {
      let table = context.table(mapping, template.to)
      for assignment in template.set {
        let field = table.fields[assignment.field]
        if let finding = find(assignment, field) { findings.append(finding) }
      }
    }
    return findings
  }

  private static func find(_ assignment: EffectiveAssignment, _ field: Field) -> Finding? {
    let notes = [FlowScope.note(on: field)]
    switch assignment.operand {
    case .value(.text(let text)):
      guard let limit = FlowTyping.limit(of: field.type.value), let limit,
        !TextLength.fits(text, in: limit)
      else { return nil }
      return Finding(
        "text-truncation",
        "'\(text)' has \(TextLength.of(text)) characters, '\(field.name.value)' holds \(limit)",
        at: assignment.span, notes: notes, help: "write a shorter value")
    case .value(.decimal(let number)):
      guard let places = FlowTyping.places(of: field.type.value), number.places > places else {
        return nil
      }
      return Finding(
        "precision-loss",
        "'\(number)' has more decimal places than '\(field.name.value)', which holds \(places)",
        at: assignment.span, notes: notes, help: "write a rounder number")
    case .value: return nil
    case .variable(let variable):
      guard case .type(let type) = FlowTyping.type(of: variable),
        !Conversion.isPossible(from: type, to: field.type.value)
      else { return nil }
      return Finding(
        "type-mismatch",
        "\(FieldTypeName.article(type)) does not become "
          + "\(FieldTypeName.article(field.type.value)): '\(variable.written)' and "
          + "'\(field.name.value)'",
        at: assignment.span, notes: notes, help: "name a setting of a fitting type")
    }
  }
}

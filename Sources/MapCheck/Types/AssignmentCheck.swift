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
        let finding = find(assignment.operand, in: field, at: assignment.span)
        if let finding { findings.append(finding) }
      }
    }
    return findings + mapping.fields.flatMap { insteadOfEmpty($0, mapping, context) }
  }

  /// `empty: { use: $NAME }` of a value that only the run knows.
  private static func insteadOfEmpty(
    _ map: EffectiveFieldMap, _ mapping: EffectiveMapping, _ context: CheckContext
  ) -> [Finding] {
    guard case .useValue(let operand) = map.empty, case .variable = operand,
      let span = map.origin.empty?.span
    else { return [] }
    return map.directions.compactMap { direction in
      guard let place = map.field(direction.target) else { return nil }
      let field = context.field(place, of: mapping, direction.target)
      return RunValueCheck.find(operand, in: field, on: direction.target, at: span)
        ?? find(operand, in: field, at: span)
    }
  }

  static func find(_ operand: Operand, in field: Field, at span: Span) -> Finding? {
    let notes = [FlowScope.note(on: field)]
    switch operand {
    case .value(.text(let text)):
      return tooLong(
        text, for: field, at: span, notes: notes, help: "write a shorter value")
    case .value(let value) where NumberOverflowCheck.find(value, in: field, at: span) != nil:
      return NumberOverflowCheck.find(value, in: field, at: span)
    case .value(.decimal(let number)):
      guard let places = FlowTyping.places(of: field.type.value), number.places > places else {
        return nil
      }
      return Finding(
        "precision-loss",
        "'\(number)' has more decimal places than '\(field.name.value)', which holds \(places)",
        at: span, notes: notes, help: "write a rounder number")
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
        at: span, notes: notes,
        help: variable == .today
          ? "name a field that takes a date, or another value" : "name a setting of a fitting type")
    }
  }
  /// `text-truncation` of a text that is written down.
  static func tooLong(
    _ text: String, for field: Field, at span: Span, notes: [Finding.Note], help: String
  ) -> Finding? {
    guard let limit = FlowTyping.limit(of: field.type.value), let limit,
      !TextLength.fits(text, in: limit)
    else { return nil }
    return Finding(
      "text-truncation",
      "'\(text)' has \(TextLength.of(text)) characters, '\(field.name.value)' holds \(limit)",
      at: span, notes: notes, help: help)
  }
}

import MapLanguage
import MapRuntime
import MapSource

/// Whether what a condition compares can ever be equal.
extension MappingResolver {
  mutating func limit(
    _ literal: Located<Literal>, for place: Int, in table: Int
  ) -> Operand? {
    guard let operand = operand(literal, for: place, in: table),
      isComparable(
        operand, at: literal.span, with: names.catalogue[table].fields[place],
        on: names.catalogue[table].side)
    else { return nil }
    return operand
  }

  /// Whether two fields of a record can hold the same value.
  mutating func agree(_ field: Field, _ other: Field, at span: Span) -> Bool {
    if isOneKind(field.type.value, other.type.value) { return true }
    findings.append(
      Finding(
        "type-mismatch",
        "'\(field.name.value)' is \(FieldTypeName.article(field.type.value)) and "
          + "'\(other.name.value)' \(FieldTypeName.article(other.type.value))",
        at: span, label: "can never agree",
        notes: [FlowScope.note(on: field), FlowScope.note(on: other)]))
    return false
  }

  /// Whether a value of the run can ever equal a field: they are of one kind, and the field has a
  /// setting's options.
  mutating func isComparable(
    _ operand: Operand, at span: Span, with field: Field, on side: Side
  ) -> Bool {
    guard case .variable(let variable) = operand else { return true }
    let note = Finding.Note("the field is described here", at: field.span)
    switch variable {
    case .setting(_, let type) where !isOneKind(type, field.type.value):
      return disagree(variable, type, field, at: span)
    case .today where !isOneKind(.date, field.type.value):
      return disagree(variable, .date, field, at: span)
    case .user, .localCurrency, .partner:
      let finding = RunValueCheck.find(operand, in: field, on: side, at: span)
      if let finding { findings.append(finding) }
      return finding == nil
    case .optionSetting(let name, let numbers) where !field.isOpen && numbers.contains(nil):
      let options = names.model.project.setting(name)?.options ?? []
      let missing = zip(options, numbers).first { $1 == nil }?.0.value ?? ""
      findings.append(
        Finding(
          "unknown-option",
          "'\(missing)' of '\(variable.written)' is not an option of '\(field.name.value)'",
          at: span, notes: [note]))
      return false
    default: return true
    }
  }

  private mutating func disagree(
    _ variable: Variable, _ type: FieldType, _ field: Field, at span: Span
  ) -> Bool {
    findings.append(
      Finding(
        "type-mismatch",
        "'\(variable.written)' is \(FieldTypeName.article(type)) and '\(field.name.value)' "
          + FieldTypeName.article(field.type.value),
        at: span, label: "can never agree",
        notes: [Finding.Note("the field is described here", at: field.span)]))
    return false
  }

  private func isOneKind(_ type: FieldType, _ other: FieldType) -> Bool {
    let kinds = [type, other].map { HostFunction.kind($0) }
    if kinds[0] == kinds[1] { return true }
    let numbers: Set = ["integer", "decimal"]
    let times: Set = ["date", "datetime"]
    return [numbers, times].contains { $0.isSuperset(of: kinds) }
  }
}

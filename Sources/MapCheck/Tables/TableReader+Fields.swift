import MapLanguage
import MapRuntime
import MapSource

/// What a field says: who fills it, who may write it, where it is read from.
extension TableReader {
  mutating func read(_ field: Field) {
    kind(of: field)
    standard(of: field)
    derived(field)
    if let reference = field.references { self.reference(reference, of: field) }
    if let join = field.join { self.join(join, of: field) }
    changes(of: field)
    arguments(of: field)
  }

  private mutating func kind(of field: Field) {
    let name = field.name.value
    if field.type.value != .option, let first = field.options.first {
      invalid(
        "'\(name)' is \(FieldTypeName.article(field.type.value)), and 'values' names options",
        at: first.span, help: "say 'type: option', or take 'values' out")
    } else if field.type.value != .option, field.isOpen {
      invalid(
        "'\(name)' is \(FieldTypeName.article(field.type.value)), and 'open' is said of options",
        at: field.name.span, help: "say 'type: option', or take 'open' out")
    }
    guard field.type.value == .lookup else { return }
    if table.side == .bc {
      invalid(
        "'\(name)' is a lookup, which only Sales tables have", at: field.type.span,
        help: "write the field's own type, with 'refers-to'")
    } else if field.references == nil {
      invalid(
        "the lookup '\(name)' does not say which table it refers to", at: field.type.span,
        help: "say 'refers-to: TABLE'")
    }
  }

  private mutating func standard(of field: Field) {
    let type = field.type.value
    switch field.default {
    case nil, .system: break
    case .value(let literal): standard(literal, of: field)
    case .numberSeries:
      guard !isText(type) else { break }
      invalid(
        "a number series fills codes, and '\(field.name.value)' is \(FieldTypeName.article(type))",
        at: field.type.span, help: "say 'default: system', 'next-line' or a value")
    case .nextLine:
      guard type != .integer, type != .bigInteger else { break }
      invalid(
        "a line number is an integer, and '\(field.name.value)' is \(FieldTypeName.article(type))",
        at: field.type.span, help: "say 'default: system', 'number-series' or a value")
    }
  }

  /// What a field cannot hold is no default of it.
  private mutating func standard(_ literal: Located<Literal>, of field: Field) {
    let reader = OperandReader(project: resolved.model.project)
    switch reader.read(literal, for: field, on: table.side) {
    case .finding(let finding): findings.append(finding)
    case .operand(let operand):
      guard case .value = operand,
        let finding = AssignmentCheck.find(operand, in: field, at: literal.span)
      else { return }
      findings.append(finding)
    case .unread: return
    }
  }

  private func isText(_ type: FieldType) -> Bool {
    switch type {
    case .text, .code: true
    default: false
    }
  }

  /// Fields that are read from elsewhere are nobody's to write.
  private mutating func derived(_ field: Field) {
    let name = field.name.value
    for target in field.sets {
      if field.computed == nil {
        invalid(
          "'sets' belongs to a computed field", at: target.span,
          help: "say 'computed: NAME', or take 'sets' out")
        break
      }
      guard let written = own(target), written.access == .read else { continue }
      invalid(
        "'\(name)' is to set '\(target.value)', which is only read", at: target.span,
        notes: [Finding.Note("the field is described here", at: written.span)])
    }
    if field.computed == nil, let first = field.from.first {
      invalid(
        "'from' belongs to a computed field", at: first.span,
        help: "say 'computed: NAME', or take 'from' out")
    }
    guard field.computed != nil || field.join != nil else { return }
    let how = field.join == nil ? "computed" : "joined"
    if let computed = field.computed, field.join != nil {
      invalid(
        "'\(name)' is computed and joined", at: computed.span, help: "take one of the two out")
    }
    if field.access == .create || field.access == .update {
      invalid(
        "a \(how) field cannot have 'access: \(field.access.rawValue)'", at: field.name.span,
        label: "nothing is stored here", help: "take 'access' out")
    }
    if field.isRequired, field.sets.isEmpty {
      invalid(
        "a \(how) field cannot be required", at: field.name.span, label: "nobody writes it",
        help: "take 'required' out")
    }
    if let standard = field.default, field.sets.isEmpty {
      let span = if case .value(let literal) = standard { literal.span } else { field.name.span }
      invalid(
        "a \(how) field has no default", at: span, label: "nobody writes it",
        help: "take 'default' out")
    }
  }
}

import MapLanguage
import MapRuntime
import MapSource

/// Records that only a run knows stand where they can: `$user` and `$local-currency` in a lookup of
/// their table (`lookup-wrong-table`), `$partner` in `write-back` (`invalid-value`).
enum RunValueCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    var findings: [Finding] = []
    for map in mapping.fields {
      guard case .constant(let operand)? = map.source,
        case .constant(let literal)? = map.origin.source
      else { continue }
      for direction in map.directions {
        guard let place = map.field(direction.target) else { continue }
        let field = context.field(place, of: mapping, direction.target)
        let finding = find(operand, in: field, on: direction.target, at: literal.span)
        if let finding { findings.append(finding) }
      }
    }
    for template in mapping.templates {
      let table = context.table(mapping, template.to)
      findings += template.set.compactMap {
        find($0.operand, in: table.fields[$0.field], on: template.to, at: $0.span)
      }
    }
    return findings
  }

  static func find(
    _ operand: Operand, in field: Field, on side: Side, at span: Span
  ) -> Finding? {
    guard case .variable(let variable) = operand else { return nil }
    switch variable {
    case .partner:
      return Finding(
        "invalid-value", "'$partner' is known in 'write-back' only", at: span,
        help: "name a field, a setting or a value")
    case .user: return record(variable, "systemuser", field, side, at: span)
    case .localCurrency: return record(variable, "transactioncurrency", field, side, at: span)
    default: return nil
    }
  }

  /// A record of Sales stands in a lookup; Business Central knows it by a text.
  private static func record(
    _ variable: Variable, _ table: String, _ field: Field, _ side: Side, at span: Span
  ) -> Finding? {
    switch (side, field.type.value) {
    case (.sales, .lookup), (.bc, .code), (.bc, .text):
      return wrongTable(variable, table, field, at: span)
    default:
      return Finding(
        "type-mismatch",
        "'\(variable.written)' is a record, and '\(field.name.value)' is "
          + FieldTypeName.article(field.type.value),
        at: span, notes: [FlowScope.note(on: field)],
        help: side == .sales ? "name a lookup to '\(table)'" : "name a field that holds a text")
    }
  }

  private static func wrongTable(
    _ variable: Variable, _ table: String, _ field: Field, at span: Span
  ) -> Finding? {
    guard case .lookup = field.type.value, let references = field.references,
      !references.targets.contains(where: { $0.table.value == table })
    else { return nil }
    let names = references.targets.map { "'\($0.table.value)'" }.joined(separator: " or ")
    return Finding(
      "lookup-wrong-table",
      "'\(variable.written)' is a record of '\(table)', and '\(field.name.value)' refers to \(names)",
      at: span, notes: [FlowScope.note(on: field)], help: "name a lookup to '\(table)'")
  }
}

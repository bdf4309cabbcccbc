import MapLanguage
import MapRuntime
import MapSource

/// What `write-back` sets must fit the fields of the other mapping's table; `$partner` is the
/// record that this mapping writes, so it stands in a reference to it (`type-mismatch`,
/// `lookup-wrong-table`, R I-1).
enum WriteBackCheck {
  static let pass = CheckPass(reach: .reached) { mapping, context in
    var findings: [Finding] = []
    let side: Side = mapping.direction == .toBC ? .bc : .sales
    for back in mapping.writeBack {
      guard let target = context.mapping(back.mapping) else { continue }
      if let finding = misplaced(back, of: mapping, to: target, side) {
        findings.append(finding)
        continue
      }
      let table = context.table(target, side)
      for assignment in back.set {
        let field = table.fields[assignment.field]
        let finding =
          if case .variable(.partner) = assignment.operand {
            partner(of: context.table(mapping, side), in: field, at: assignment.span)
          } else {
            RunValueCheck.find(assignment.operand, in: field, on: side, at: assignment.span)
              ?? AssignmentCheck.find(assignment.operand, in: field, at: assignment.span)
              ?? emptied(assignment.operand, field, at: assignment.span)
          }
        if let finding { findings.append(finding) }
      }
    }
    return findings
  }

  /// Only a mapping of the same source has a partner of this record.
  private static func misplaced(
    _ back: EffectiveWriteBack, of mapping: EffectiveMapping, to target: EffectiveMapping,
    _ side: Side
  ) -> Finding? {
    let origin = mapping.origin.writeBack.first { $0.mapping.value == target.name }
    guard let name = origin?.mapping else { return nil }
    let problem: String
    if target.place == mapping.place {
      problem = "'\(name.value)' is this mapping itself"
    } else if back.set.isEmpty, origin?.set.isEmpty ?? true {
      problem = "nothing is written back to '\(name.value)'"
    } else if target.table(side.other) != mapping.table(side.other) {
      problem =
        "'\(name.value)' has another \(side.other.name) table, so it never couples this record"
    } else {
      return nil
    }
    return Finding(
      "invalid-value", problem, at: name.span,
      help: "name a mapping of the same \(side.other.name) table, and what is written there")
  }

  static func emptied(_ operand: Operand, _ field: Field, at span: Span) -> Finding? {
    guard field.isRequired, case .value(let value) = operand, value.isEmpty else {
      return nil
    }
    return Finding(
      "empty-into-required", "'\(field.name.value)' is required, and it is emptied here",
      at: span, notes: [Finding.Note("it is required here", at: field.span)],
      help: "write a value, or leave it as it is")
  }

  private static func partner(of table: Table, in field: Field, at span: Span) -> Finding? {
    switch (table.side, field.type.value) {
    case (.sales, .lookup), (_, .guid), (.bc, .code), (.bc, .text): break
    default:
      return Finding(
        "type-mismatch",
        "'$partner' is a record of '\(table.name.value)', and '\(field.name.value)' is "
          + FieldTypeName.article(field.type.value),
        at: span, notes: [FlowScope.note(on: field)],
        help: "name a field that refers to '\(table.name.value)'")
    }
    guard let references = field.references,
      !references.targets.contains(where: { $0.table.value == table.name.value })
    else { return nil }
    return Finding(
      "lookup-wrong-table",
      "'$partner' is a record of '\(table.name.value)', which '\(field.name.value)' never refers to",
      at: span, notes: [Finding.Note("its tables are named here", at: references.span)],
      help: "name a field that refers to '\(table.name.value)'")
  }
}

import MapLanguage
import MapRuntime
import MapSource

/// Effects.
extension DocumentReader {
  mutating func read(_ effect: DocumentEffect) {
    set(effect.setSales, .sales)
    set(effect.setBC, .bc)
    if let name = effect.archive { archived(name) }
  }

  private mutating func set(_ assignments: [Assignment], _ side: Side) {
    for assignment in assignments {
      guard let field = field(assignment.field, side) else { continue }
      if field.access == .read || field.join != nil {
        add(
          Finding(
            "read-only-target", "'\(assignment.field.value)' is read only",
            at: assignment.field.span,
            notes: [Finding.Note("the field is described here", at: field.span)],
            help: field.name.value == context.table(mapping, side).states?.field.value
              ? "say 'state: STATE' in place of it" : "take it out of 'set'"))
        continue
      }
      if field.access == .create {
        add(
          Finding(
            "read-only-target",
            "'\(assignment.field.value)' is written on creation only, and its record exists already",
            at: assignment.field.span,
            notes: [Finding.Note("the field is described here", at: field.span)],
            help: "take it out of 'set'"))
        continue
      }
      value(of: assignment, field, side)
    }
  }

  private mutating func value(of assignment: Assignment, _ field: Field, _ side: Side) {
    let value = assignment.value
    // `empty` empties, unless an option is called so.
    if case .text("empty") = value.value, field.option("empty") == nil { return }
    let reader = OperandReader(project: context.model.project)
    switch reader.read(value, for: field, on: side) {
    case .finding(let finding): add(finding)
    case .operand(let operand):
      let finding =
        RunValueCheck.find(operand, in: field, on: side, at: value.span)
        ?? AssignmentCheck.find(operand, in: field, at: value.span)
        ?? WriteBackCheck.emptied(operand, field, at: value.span)
      if let finding { add(finding) }
    case .unread: break
    }
  }

  /// The quote that an order came from: a lookup to a table that another document mapping couples.
  private mutating func archived(_ name: Located<String>) {
    guard let field = field(name, .sales) else { return }
    guard field.type.value == .lookup else {
      wrongType(name, field, "it is to name the quote, so it must be a lookup")
      return
    }
    let targets = Set(field.references?.targets.map(\.table.value) ?? [])
    let isWhole = context.model.unreadable.isEmpty
    let couples = context.resolved.mappings.contains { variants in
      // One that could not be read may be it.
      !isWhole || variants.all.isEmpty
        || variants.all.contains { other in
          let kind = DocumentKind(other, context.catalogue)
          return targets.contains(context.table(other, .sales).name.value)
            && (kind == .quote || kind == nil && other.document.states != nil)
        }
    }
    guard !couples else { return }
    add(
      Finding(
        "lookup-wrong-table", "'\(name.value)' refers to no quote, and it is to name one",
        at: name.span, label: "no mapping couples quotes with it",
        notes: [Finding.Note("the field is described here", at: field.span)],
        help: "name a lookup to a table that a mapping of quotes couples, or take 'archive' out"))
  }
}

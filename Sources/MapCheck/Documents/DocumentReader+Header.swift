import MapLanguage
import MapRuntime
import MapSource

/// Effects.
extension DocumentReader {
  mutating func read(_ effect: DocumentEffect) {
    let known = mapping.document?.effect(of: effect.event.value)
    set(effect.setSales, known?.setSales ?? [], .sales)
    set(effect.setBC, known?.setBC ?? [], .bc)
    if let name = effect.archive { archived(name) }
  }

  private mutating func set(
    _ assignments: [Assignment], _ known: [DocumentPolicy.Assignment], _ side: Side
  ) {
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
      guard let operand = known.first(where: { $0.field == field.name.value })?.value else {
        continue
      }
      value(operand, of: field, side, at: assignment.value.span)
    }
  }

  private mutating func value(
    _ operand: Operand, of field: Field, _ side: Side, at span: Span
  ) {
    let finding =
      RunValueCheck.find(operand, in: field, on: side, at: span)
      ?? AssignmentCheck.find(operand, in: field, at: span)
      ?? WriteBackCheck.emptied(operand, field, at: span)
    if let finding { add(finding) }
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
            && (kind == .quote || kind == nil && other.document?.states != nil)
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

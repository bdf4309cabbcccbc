import MapLanguage
import MapRuntime
import MapSource

/// `order-by`, `write-in` and `overflow`.
extension DocumentReader {
  mutating func lines() {
    if let name = rules.orderBy { order(name) }
    if let writeIn = rules.writeIn { read(writeIn) }
    if let overflow = rules.overflow { read(overflow) }
  }

  private mutating func order(_ name: Located<String>) {
    guard let field = field(name, mapping.direction.includes(.toBC) ? .sales : .bc) else { return }
    switch field.type.value {
    case .lookup, .guid, .boolean, .memo:
      wrongType(name, field, "lines are ordered by a number, a text or a date")
    default: break
    }
  }

  private mutating func read(_ rule: DocumentRules.WriteIn) {
    let new: Side = mapping.direction.includes(.toBC) ? .bc : .sales
    if (new == .bc ? rule.when.bc : rule.when.sales) != nil, mapping.direction != .both {
      add(
        Finding(
          "direction-conflict",
          "'when' asks a record of the \(new.name) side, which is about to be made",
          at: rule.when.span, label: "nothing is there to ask",
          help: "ask the record of the \(new.other.name) side"))
    }
    if let name = rule.textField, let field = field(name, .sales) {
      if !isText(field) { wrongType(name, field, "it is to hold a text") }
      if field.access == .read {
        add(
          Finding(
            "read-only-target", "'\(name.value)' is read only", at: name.span,
            notes: [Finding.Note("the field is described here", at: field.span)]))
      }
    }
  }

  private mutating func read(_ rule: DocumentRules.Overflow) {
    if !mapping.direction.includes(.toBC), let first = rule.from.first {
      add(
        Finding(
          "direction-conflict",
          "comment lines are written in Business Central, "
            + "where this mapping never writes",
          at: first.span, help: "take 'overflow' out"))
    }
    for name in rule.from {
      guard let field = field(name, .sales), !isText(field) else { continue }
      wrongType(name, field, "a description is a text")
    }
  }

  private func isText(_ field: Field) -> Bool {
    switch field.type.value {
    case .text, .memo, .code: true
    default: false
    }
  }
}

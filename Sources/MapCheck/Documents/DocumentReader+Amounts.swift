import MapLanguage
import MapRuntime
import MapSource

/// Freight and discounts.
extension DocumentReader {
  mutating func amounts() {
    if let freight = rules.freight {
      towardsBC("freight", at: freight.from.span)
      number(freight.from)
      account(freight.account)
    }
    if let first = rules.invoiceDiscount.first { towardsBC("invoice-discount", at: first.span) }
    for (place, name) in rules.invoiceDiscount.enumerated() {
      if let earlier = rules.invoiceDiscount[..<place].first(where: { $0.value == name.value }) {
        twice(name.value, at: name.span, first: earlier.span)
      } else {
        number(name)
      }
    }
  }

  mutating func towardsBC(_ key: String, at span: Span) {
    guard !mapping.direction.includes(.toBC) else { return }
    add(
      Finding(
        "direction-conflict",
        "'\(key)' is written to Business Central, where this mapping never writes", at: span,
        notes: mapping.origin.direction.map {
          [Finding.Note("the mapping goes '\($0.value.rawValue)'", at: $0.span)]
        } ?? [],
        help: "take '\(key)' out, or say it in a variant that goes 'to-bc'"))
  }

  private mutating func number(_ name: Located<String>) {
    guard let field = field(name, .sales) else { return }
    switch field.type.value {
    case .decimal, .money, .integer, .bigInteger: break
    default: wrongType(name, field, "an amount is a number")
    }
  }

  /// A G/L account: a code of at most 20 characters.
  private mutating func account(_ literal: Located<Literal>) {
    let type = Located(FieldType.code(length: 20), at: literal.span)
    let field = Field(name: Located("account", at: literal.span), type: type, span: literal.span)
    let reader = OperandReader(project: context.model.project)
    switch reader.read(literal, for: field, on: .bc) {
    case .finding(let finding): add(finding)
    case .operand(.variable(.setting(let name, let type))):
      switch type {
      case .code, .text: accounts(of: name, at: literal.span)
      default:
        add(
          Finding(
            "type-mismatch",
            "the setting '\(name)' is \(FieldTypeName.article(type)); an account is a code",
            at: literal.span,
            notes: context.model.project.setting(name).map {
              [Finding.Note("it is declared here", at: $0.name.span)]
            } ?? []))
      }
    case .operand(.value(let value)) where value.isEmpty:
      add(Finding("invalid-value", "freight goes to no account", at: literal.span))
    case .operand(.value(.text(let text))):
      let finding = AssignmentCheck.tooLong(
        text, for: field, at: literal.span, notes: [], help: "an account has at most 20 characters")
      if let finding { add(finding) }
    case .operand(.variable(let variable)):
      add(
        Finding(
          "type-mismatch", "'\(variable.written)' is no account", at: literal.span,
          help: "name a setting that says 'refers-to: { bc: G/L Account }'"))
    case .operand, .unread: break
    }
  }

  mutating func twice(_ word: String, at span: Span, first: Span) {
    add(
      Finding(
        "invalid-value", "'\(word)' stands twice", at: span, label: "again here",
        notes: [Finding.Note("first here", at: first)], help: "take one of them out"))
  }

  /// A setting that says which table it refers to must mean accounts.
  private mutating func accounts(of name: String, at span: Span) {
    guard let setting = context.model.project.setting(name), let table = setting.refersTo.first,
      setting.refersToSide != .bc
        || !setting.refersTo.contains(where: { $0.value == "G/L Account" })
    else { return }
    add(
      Finding(
        "lookup-wrong-table",
        "'$\(name)' names a record of '\(table.value)', and freight goes "
          + "to a 'G/L Account'",
        at: span, notes: [Finding.Note("it is declared here", at: setting.name.span)],
        help: "name a setting that says 'refers-to: { bc: G/L Account }'"))
  }
}

import MapLanguage
import MapRuntime
import MapSource

/// Freight and discounts.
extension DocumentReader {
  mutating func amounts() {
    if let freight = rules.freight {
      towardsBC("freight", at: freight.from.span)
      number(freight.from)
      if let known = mapping.document?.freight { account(known.account, at: freight.account.span) }
    }
    guard let discount = rules.invoiceDiscount else { return }
    towardsBC("invoice-discount", at: discount.from.first?.span ?? discount.span)
    if discount.lines == nil
      || discount.rest == nil && (discount.percentage == nil || discount.places == nil)
    {
      add(
        Finding(
          "missing-key", "a discount is the difference of two sums, and one of them is not named",
          at: discount.span,
          help: "say 'lines', the sum of the lines, and 'rest', what is left of it, or "
            + "'percentage' and 'places', by which it is counted"))
    }
    if let rest = discount.rest, let other = discount.percentage ?? discount.places {
      let key = discount.percentage == nil ? "places" : "percentage"
      add(
        Finding(
          "invalid-value", "'rest' has what the percentage takes off in it", at: other.span,
          notes: [Finding.Note("'rest' is said here", at: rest.span)],
          help: "take '\(key)' out, or 'rest'"))
    }
    let names =
      discount.from
      + [discount.lines, discount.rest, discount.percentage, discount.places].compactMap { $0 }
    for (index, name) in names.enumerated() {
      if let earlier = names[..<index].first(where: { $0.value == name.value }) {
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

  private mutating func account(_ account: Operand, at span: Span) {
    switch account {
    case .variable(.setting(let name, let type)):
      switch type {
      case .code, .text: accounts(of: name, at: span)
      default:
        add(
          Finding(
            "type-mismatch",
            "the setting '\(name)' is \(FieldTypeName.article(type)); an account is a code",
            at: span,
            notes: context.model.project.setting(name).map {
              [Finding.Note("it is declared here", at: $0.name.span)]
            } ?? []))
      }
    case .value(let value) where value.isEmpty:
      add(Finding("invalid-value", "freight goes to no account", at: span))
    case .value(.text(let text)):
      let finding = AssignmentCheck.tooLong(
        text, for: .account(at: span), at: span, notes: [],
        help: "an account has at most 20 characters")
      if let finding { add(finding) }
    case .variable(let variable):
      add(
        Finding(
          "type-mismatch", "'\(variable.written)' is no account", at: span,
          help: "name a setting that says 'refers-to: { bc: G/L Account }'"))
    case .value: break
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
      !context.resolved.names.hasMisspelt(setting),
      setting.refersToSide != .bc
        || !setting.refersTo.contains(where: { $0.value == DocumentPolicy.Freight.accounts })
    else { return }
    add(
      Finding(
        "lookup-wrong-table",
        "'$\(name)' names a record of '\(table.value)', and freight goes "
          + "to a '\(DocumentPolicy.Freight.accounts)'",
        at: span, notes: [Finding.Note("it is declared here", at: setting.name.span)],
        help: "name a setting that says 'refers-to: { bc: G/L Account }'"))
  }
}

import MapLanguage
import MapRuntime
import MapSource

/// Effects, freight, discounts, versions and won quotes.
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

  // MARK: Amounts

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

  private mutating func towardsBC(_ key: String, at span: Span) {
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

  // MARK: Quotes

  mutating func versions() {
    guard let versions = rules.versions else { return }
    towardsBC("versions", at: versions.span)
    field(versions.same, .sales)
    if versions.same.value == versions.number.value {
      add(
        Finding(
          "invalid-value", "versions have in common what counts them", at: versions.number.span,
          notes: [Finding.Note("the same field", at: versions.same.span)],
          help: "name the number that all versions of a quote have under 'same'"))
    }
    if let entry = rules.states?.first(where: { $0.state.value == versions.earlierState.value }),
      entry.rule.value == .takeIn
    {
      add(
        Finding(
          "direction-conflict",
          "earlier versions are in '\(versions.earlierState.value)', which 'states' takes in",
          at: versions.earlierState.span, notes: [Finding.Note("said here", at: entry.rule.span)],
          help: "name the state in which a version is when another has taken its place"))
    }
    if let field = field(versions.number, .sales) {
      switch field.type.value {
      case .integer, .bigInteger: break
      default: wrongType(versions.number, field, "versions are counted by an integer")
      }
    }
    state(versions.earlierState, versions.earlierStatus)
  }

  mutating func won() {
    guard let won = rules.won else { return }
    towardsBC("won", at: won.span)
    for steps in [won.submitted, won.notSubmitted] {
      for (place, step) in steps.enumerated() {
        guard let earlier = steps[..<place].first(where: { $0.value == step.value }) else {
          continue
        }
        twice(step.value.rawValue, at: step.span, first: earlier.span)
      }
    }
    state(won.state, nil)
    if let entry = rules.states?.first(where: { $0.state.value == won.state.value }),
      entry.rule.value == .ignore || entry.rule.value == .refuse
    {
      add(
        Finding(
          "direction-conflict",
          "'won' works on records in '\(won.state.value)', and 'states' says "
            + "'\(entry.rule.value.rawValue)' for them",
          at: won.state.span, notes: [Finding.Note("said here", at: entry.rule.span)],
          help: "say 'take-in', 'update' or 'state-only' for '\(won.state.value)'"))
    }
    guard let table = context.resolved.names.table(won.orderTable, on: .sales, &resolver.findings)
    else { return }
    guard
      let place = context.resolved.names.field(won.orderBy, in: table, &resolver.findings)
    else { return }
    let field = context.catalogue[table].fields[place]
    let own = context.table(mapping, .sales).name.value
    let targets = field.references?.targets.map(\.table.value) ?? []
    guard field.type.value != .lookup || !targets.contains(own) else { return }
    add(
      Finding(
        "lookup-wrong-table", "'\(won.orderBy.value)' does not refer to '\(own)'",
        at: won.orderBy.span, label: "is to name the quote",
        notes: [Finding.Note("the field is described here", at: field.span)],
        help: "name the lookup of '\(won.orderTable.value)' to '\(own)'"))
  }

  private mutating func state(_ name: Located<String>, _ status: Located<String>?) {
    let table = context.table(mapping, .sales)
    guard let states = table.states else { return }
    guard let state = states[name.value] else {
      add(StateNotHandledCheck.unknown(name, states, table))
      return
    }
    if let status, let finding = StatusNames.finding(status, of: state, states) { add(finding) }
  }
}

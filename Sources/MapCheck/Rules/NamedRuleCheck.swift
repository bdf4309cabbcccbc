import MapLanguage
import MapRuntime
import MapSource

/// Names under `rules` are on the runtime's list, and act in a direction that the mapping has.
enum NamedRuleCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    var seen: [String: Span] = [:]
    return mapping.origin.rules.compactMap { name in
      if let earlier = seen.updateValue(name.span, forKey: name.value) {
        return Finding(
          "invalid-value", "the rule '\(name.value)' stands twice", at: name.span,
          label: "again here", notes: [Finding.Note("first here", at: earlier)],
          help: "take one of them out")
      }
      guard let rule = NamedRule(rawValue: name.value) else { return unknown(name) }
      if let direction = rule.direction, !mapping.direction.includes(direction) {
        return Finding(
          "invalid-value",
          "the rule '\(name.value)' acts '\(direction.name)', where this mapping never goes",
          at: name.span, label: "without effect", help: "take it out")
      }
      if rule == .oneCurrency, !hasLines(mapping, context) {
        return finding(name, "price lists whose lines are mapped", context.table(mapping, .sales))
      }
      return misplaced(rule, name, context.table(mapping, .sales))
    }
  }

  /// A rule on a table that has nothing of what it works on; the engine would refuse to run it.
  private static func misplaced(
    _ rule: NamedRule, _ name: Located<String>, _ table: Table
  ) -> Finding? {
    guard table.isComplete else { return nil }
    let wanted: (tables: Set<String>, text: String)
    switch rule {
    case .defaultPriceList: wanted = (["product"], "products")
    case .baseUnit:
      wanted = (["uom", "uomschedule"], "units, their groups and what refers to them")
    case .oneCurrency: wanted = (["transactioncurrency"], "what refers to a currency")
    case .localCurrency: wanted = (["transactioncurrency"], "currencies")
    case .unitGroupStays: wanted = (["uomschedule"], "what refers to a unit group")
    case .contactsOfNewCustomers: wanted = (["account"], "accounts")
    case .currencyPriceList, .documentPriceList:
      wanted = (["pricelevel"], "documents with a price list")
    case .invoiceRounding: wanted = (["invoice"], "lines of invoices")
    case .strictCompany:
      return table.roles.company == nil
        ? finding(name, "tables with the role 'company'", table) : nil
    }
    let isOf = wanted.tables.contains(table.name.value)
    let refers = table.fields.contains { field in
      field.references?.targets.contains { wanted.tables.contains($0.table.value) } ?? false
    }
    let fits =
      switch rule {
      case .localCurrency, .contactsOfNewCustomers, .defaultPriceList: isOf
      default: isOf || refers
      }
    return fits ? nil : finding(name, wanted.text, table)
  }

  private static func finding(_ name: Located<String>, _ wanted: String, _ table: Table) -> Finding
  {
    Finding(
      "invalid-value", "the rule '\(name.value)' works on \(wanted), not on '\(table.name.value)'",
      at: name.span, label: "without effect",
      notes: [Finding.Note("the table is described here", at: table.name.span)],
      help: "take it out")
  }

  /// Whether a mapping of lines names this one as its parent, under whatever features, or may do so
  /// in what could not be read.
  private static func hasLines(_ mapping: EffectiveMapping, _ context: CheckContext) -> Bool {
    guard context.model.unreadable.isEmpty else { return true }
    return context.model.mappings.contains { file in
      file.alternatives.contains {
        $0.mapping.parent?.value == mapping.name || $0.mapping.unread.contains(.parent)
      }
    }
  }

  private static func unknown(_ name: Located<String>) -> Finding {
    let known = NamedRule.allCases.map(\.rawValue)
    let nearest = Spelling.nearest(to: name.value, among: known)
    return Finding(
      "invalid-value", "'\(name.value)' is no rule of the runtime", at: name.span,
      label: nearest.map { "did you mean '\($0)'?" } ?? "",
      help: "the rules are " + known.map { "'\($0)'" }.joined(separator: ", "),
      fix: nearest.map { Fix(certain: false, edits: [Fix.Edit(name.span, $0)]) })
  }
}

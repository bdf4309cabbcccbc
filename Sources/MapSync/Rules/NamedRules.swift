import MapRuntime

/// The table of the named rules: who does what each of them says (docs/architecture.md#decisions).
enum NamedRules {
  /// The rules of a mapping that act on its pages, in the order in which they act.
  /// - Throws: `unusable` for a name that nobody knows or that this runtime does not have.
  static func rules(_ context: RuleContext) throws(StoreFailure) -> [any PageRule] {
    let policy = context.mapping.policy
    for name in policy.rules where NamedRule(rawValue: name) == nil {
      let known = NamedRule.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw .unusable("'\(policy.name)': there is no rule '\(name)'; the rules are \(known)")
    }
    var rules: [any PageRule] = []
    for rule in NamedRule.allCases where policy.rules.contains(rule.rawValue) {
      guard rule.direction == nil || rule.direction == context.direction else { continue }
      if let acting = try acting(rule, context) { rules.append(acting) }
    }
    return rules
  }

  private static func acting(
    _ rule: NamedRule, _ context: RuleContext
  ) throws(StoreFailure) -> (any PageRule)? {
    switch rule {
    case .baseUnit: return try BaseUnitRule.rule(context)
    case .oneCurrency: return try OneCurrencyRule(context)
    case .defaultPriceList: return try DefaultPriceListRule(context)
    case .unitGroupStays: return try UnitGroupStaysRule(context)
    // Acted before anything ran.
    case .localCurrency: try LocalCurrency.check(context)
    // Act where whole documents are written.
    case .currencyPriceList, .documentPriceList: break
    case .invoiceRounding: try InvoiceRounding.check(context)
    // Says whose records are meant, before any page is read: `CompanyQuery`.
    case .strictCompany: break
    // Acts on new partners only: below.
    case .contactsOfNewCustomers: break
    }
    return nil
  }

  /// The rules that act on new partners.
  static func creationRules(
    _ context: RuleContext
  ) throws(StoreFailure) -> [any CreationRule] {
    let rule = NamedRule.contactsOfNewCustomers
    guard context.mapping.policy.rules.contains(rule.rawValue),
      rule.direction == context.direction
    else { return [] }
    return [try ContactsOfNewCustomers(context)]
  }
}

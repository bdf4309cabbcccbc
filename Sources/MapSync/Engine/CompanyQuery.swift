import MapRuntime

/// Whose Sales records a mapping means (R M-2 to M-6).
enum CompanyQuery {
  static func of(
    _ mapping: BoundMapping, _ side: Side, _ integration: Integration
  ) -> RecordQuery.Company? {
    guard side == .sales, let company = integration.company, mapping.policy.company != .any,
      integration.table(.sales, mapping.pair.sales)?.roles.company != nil
    else { return nil }
    // Under `strict-company` records without a company are left alone (R C-48).
    let isStrict = mapping.policy.rules.contains(NamedRule.strictCompany.rawValue)
    return RecordQuery.Company(
      company, acceptsNone: mapping.policy.company == .ownOrEmpty && !isStrict)
  }
}

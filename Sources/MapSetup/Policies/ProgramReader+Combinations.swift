import MapKeys
import MapRuntime
import MapSource

/// Policies that cannot be together (docs/language.md#mappings, who creates), once the overrides
/// are applied.
extension ProgramReader {
  func check(_ override: MappingOverride, of mapping: MappingTarget) {
    var policy = mapping.policy
    override.apply(to: &policy)
    directions(override, policy)
    if policy.scope == .all, policy.creates.isEmpty,
      let span = override.scope?.span ?? override.creates.values.map(\.span).min()
    {
      report(
        "direction-conflict", "'scope: all' creates, and '\(policy.name)' may create nowhere",
        at: span, help: "say 'create: { to-sales: true }' or 'scope: coupled'")
    }
    if policy.match?.unmatched == .create, !policy.creates.contains(.toSales),
      let span = override.match?.unmatched?.span ?? override.creates[.toSales]?.span
    {
      report(
        "direction-conflict",
        "'unmatched: create' creates in Sales, where '\(policy.name)' may not", at: span,
        help: "say 'create: { to-sales: true }' or 'unmatched: report'")
    }
    if let company = override.company, company.value != .any,
      mapping.sales.table.roles.company == nil
    {
      invalid(
        "'\(mapping.sales.table.name)' has no company", at: company.span,
        help: "say 'company: any', or name the field under 'roles' in its schema")
    }
    if policy.conflict.delete == .uncouple, policy.scope == .all, !policy.creates.isEmpty,
      let span = override.deleteConflict?.span ?? override.scope?.span
    {
      note(
        Finding(
          "created-again",
          "what 'uncouple' parts from its deleted partner, 'scope: all' creates again", at: span,
          severity: .warning,
          help: "say 'delete: delete-partner' or 'restore', or 'scope: coupled'"))
    }
    for rule in override.rules?.value ?? [] {
      guard let span = override.rules?.span, let direction = rule.direction,
        !policy.directions.contains(direction)
      else { continue }
      report(
        "direction-conflict",
        "'\(rule.rawValue)' acts \(direction.name), where '\(policy.name)' does not go", at: span)
    }
  }

  private func directions(_ override: MappingOverride, _ policy: MappingPolicy) {
    for direction in Direction.allCases where !policy.directions.contains(direction) {
      if let create = override.creates[direction], create.value {
        report(
          "direction-conflict",
          "'\(policy.name)' does not go \(direction.name), so it creates nothing there",
          at: create.span)
      }
    }
    if policy.directions.count < 2, let update = override.updateConflict,
      update.value != .refuse
    {
      note(
        Finding(
          "conflict-unused", "'\(policy.name)' goes one way, where no two changes meet",
          at: update.span, severity: .warning, help: "leave 'update' out"))
    }
  }
}

import MapLanguage
import MapRuntime
import MapSource

/// `unmapped-field`: a field that could be mapped and that the mapping names nowhere, in no
/// feature combination. Asked for with `unmapped: warn` or `error`.
enum UnmappedFieldCheck {
  /// How many fields a finding points at.
  private static let shown = 12

  static func find(in resolved: ResolvedModel) -> [Finding] {
    resolved.mappings.flatMap { variants in
      let all = variants.all
      guard let first = all.first(where: { isAsked($0.origin) }),
        let policy = first.origin.unmapped
      else { return [Finding]() }
      return Side.allCases.compactMap { side in
        finding(side, of: all, resolved.catalogue[first.table(side)], policy)
      }
    }
  }

  private static func isAsked(_ mapping: Mapping) -> Bool {
    mapping.unmapped.map { $0.value != .ignore } ?? false
  }

  private static func finding(
    _ side: Side, of mappings: [EffectiveMapping], _ table: Table, _ policy: Located<UnmappedPolicy>
  ) -> Finding? {
    var named = NamedFields(table, side)
    for mapping in mappings { named.add(mapping) }
    let isWritten = mappings.contains { mapping in
      mapping.direction.directions.contains { $0.target == side }
    }
    let missing = table.fields.enumerated()
      .filter { !named.contains($0.offset) && isMappable($0.element, of: table, isWritten) }
      .map(\.element)
    guard let first = missing.first else { return nil }
    let names = missing.prefix(3).map { "'\($0.name.value)'" }.joined(separator: ", ")
    let rest = missing.count - min(missing.count, 3)
    let verb = missing.count == 1 ? "stands" : "stand"
    return Finding(
      "unmapped-field",
      "\(names)\(rest > 0 ? " and \(rest) more" : "") of \(side.name) table "
        + "'\(table.name.value)' \(verb) in no field map",
      at: policy.span, severity: policy.value == .error ? .error : .warning,
      label: "asked for here",
      notes: missing.prefix(shown).map {
        Finding.Note("'\($0.name.value)' is described here", at: $0.name.span)
      },
      help: "map '\(first.name.value)', or say 'unmapped: ignore'")
  }

  /// Whether an author could map it: not what the system or the engine itself fills.
  private static func isMappable(_ field: Field, of table: Table, _ isWritten: Bool) -> Bool {
    if case .system = field.default { return false }
    if isWritten, field.access == .read || field.computed != nil || field.join != nil {
      return false
    }
    if field.access == .read, field.type.value == .guid || field.type.value == .dateTime {
      return false
    }
    let name = field.name.value
    if table.side == .sales, table.key.contains(where: { $0.value == name }) { return false }
    let roles = [table.roles.company, table.roles.owner, table.roles.modifiedBy]
    return !roles.contains { $0?.value == name }
  }
}

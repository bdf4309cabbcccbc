import MapLanguage
import MapRuntime
import MapSource

/// The addresses of `copy-to` are option fields of Sales, and stand in option mappings only.
enum CopyToCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    var findings: [Finding] = []
    var seen: Set<Span> = []
    for mapping in resolved.model.mappings.lazy.flatMap(\.alternatives).map(\.mapping) {
      for address in mapping.copyTo where seen.insert(address.table.span).inserted {
        check(address, of: mapping, resolved, &findings)
      }
    }
    return findings
  }

  private static func check(
    _ address: OptionAddress, of mapping: Mapping, _ resolved: ResolvedModel,
    _ findings: inout [Finding]
  ) {
    guard mapping.tables.salesOption != nil else {
      findings.append(
        Finding(
          "invalid-value", "'copy-to' copies an option, and this mapping couples records",
          at: address.table.span, help: "take it out"))
      return
    }
    guard let table = resolved.names.table(address.table, on: .sales, &findings),
      let place = resolved.names.field(address.field, in: table, &findings)
    else { return }
    let field = resolved.catalogue[table].fields[place]
    if case .option = field.type.value { return }
    findings.append(
      Finding(
        "invalid-value",
        "'\(field.name.value)' is \(FieldTypeName.article(field.type.value)), and an option is copied",
        at: address.field.span, label: "no option", notes: [FlowScope.note(on: field)],
        help: "name an option field"))
  }
}

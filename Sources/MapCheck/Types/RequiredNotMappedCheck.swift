import MapLanguage
import MapRuntime
import MapSource

/// `required-not-mapped`: a new record would lack a field that it must have.
enum RequiredNotMappedCheck {
  static let pass = CheckPass(reach: .own) { mapping, context in
    guard mapping.knows([.company, .create, .parent, .templates]) else { return [] }
    var findings: [Finding] = []
    for direction in Direction.allCases {
      guard let create = mapping.create[direction], mapping.direction.includes(direction) else {
        continue
      }
      let table = context.table(mapping, direction.target)
      let places = table.fields.indices.filter { needsWriter(table.fields[$0]) }
      guard !places.isEmpty else { continue }
      let written = WrittenFields(mapping, direction, context)
      guard written.isComplete else { continue }
      for place in places where !written.contains(place) {
        findings.append(
          finding(table.fields[place], table, create.rule.span, mapping, direction))
      }
    }
    return findings
  }

  private static func needsWriter(_ field: Field) -> Bool {
    field.isRequired && field.default == nil && field.computed == nil && field.join == nil
  }

  private static func finding(
    _ field: Field, _ table: Table, _ span: Span, _ mapping: EffectiveMapping,
    _ direction: Direction
  ) -> Finding {
    let maps = mapping.fields + mapping.disabled
    let near = maps.first { map in
      map.name(direction.target)?.value == field.name.value
    }
    var notes = [Finding.Note("it is required here", at: field.span)]
    if let near { notes.append(Finding.Note(reason(near, direction), at: near.span)) }
    return Finding(
      "required-not-mapped",
      "'\(field.name.value)' of \(table.side.name) table '\(table.name.value)' is required, and "
        + "nothing writes it on creation",
      at: span, label: "creates \(direction.name)", notes: notes,
      help: "map it or set it in a template; if the system fills it, say so with `default` in "
        + "the table's file")
  }

  /// Why a field map on the field does not help.
  private static func reason(_ map: EffectiveFieldMap, _ direction: Direction) -> String {
    if !map.origin.isEnabled { return "this field map is disabled" }
    if !map.includes(direction) { return "this field map goes the other way" }
    return map.onlyOn == .update
      ? "this field map writes on updates only" : "this field map writes only with its block"
  }
}

import MapLanguage
import MapRuntime
import MapSource

/// `lookup-without-through`: both ends refer, and nobody says by which mapping's couplings.
/// `ambiguous-mapping` where two mappings could answer.
enum LookupWithoutThroughCheck {
  static func find(
    _ map: EffectiveFieldMap, _ scope: FlowScope, _ findings: inout [Finding]
  ) {
    guard let (bc, sales, candidates) = untranslated(map, scope) else { return }
    findings.append(finding(map, candidates, scope.field(bc, .bc), scope.field(sales, .sales)))
  }

  /// Both ends of a field map that refer, and the mappings that could translate; nil where
  /// nothing has to.
  static func untranslated(
    _ map: EffectiveFieldMap, _ scope: FlowScope
  ) -> (bc: Int, sales: Int, candidates: [EffectiveMapping])? {
    guard map.origin.through.isEmpty, map.source == nil, map.values == nil, !map.directions.isEmpty,
      let bc = map.bc,
      let sales = map.sales, ReferenceTyping.refers(bc, .bc, scope)
    else { return nil }
    let type = scope.type(sales, .sales)
    guard type == .lookup && ReferenceTyping.refers(sales, .sales, scope) || type == .option
    else { return nil }
    let candidates = LookupCandidates.find(bc: bc, sales: sales, scope)
    return candidates.isEmpty && type == .option ? nil : (bc, sales, candidates)
  }

  private static func finding(
    _ map: EffectiveFieldMap, _ candidates: [EffectiveMapping], _ bc: Field, _ sales: Field
  ) -> Finding {
    let notes = [reference(of: bc), reference(of: sales)]
    if let twins = twins(in: candidates) {
      return Finding(
        "ambiguous-mapping",
        "'\(twins.0.name)' and '\(twins.1.name)' could both translate '\(bc.name.value)'",
        at: map.name(.sales)?.span ?? map.span, label: "says neither",
        notes: notes + [twins.0, twins.1].map(Self.coupling),
        help: "say which: `through: \(twins.0.name)` or `through: \(twins.1.name)`")
    }
    let names = candidates.map { NameTable.quotedIfNeeded($0.name) }
    let answer = names.count == 1 ? names[0] : "[" + names.joined(separator: ", ") + "]"
    return Finding(
      "lookup-without-through",
      "'\(bc.name.value)' and '\(sales.name.value)' both refer to records, and no mapping "
        + "translates them",
      at: map.name(.sales)?.span ?? map.span, label: "no `through`", notes: notes,
      help: names.isEmpty
        ? "write a mapping for the tables that they refer to, and say `through: NAME`"
        : "say `through: \(answer)`",
      fix: names.isEmpty ? nil : fix(map, "through: " + answer))
  }

  /// Two mappings for one BC table.
  private static func twins(
    in candidates: [EffectiveMapping]
  ) -> (EffectiveMapping, EffectiveMapping)? {
    for (place, candidate) in candidates.enumerated() {
      let twin = candidates[..<place].first {
        $0.bcTable == candidate.bcTable && $0.place != candidate.place
      }
      if let twin { return (twin, candidate) }
    }
    return nil
  }

  private static func coupling(_ mapping: EffectiveMapping) -> Finding.Note {
    Finding.Note("'\(mapping.name)' is one", at: mapping.origin.name.span)
  }

  private static func reference(of field: Field) -> Finding.Note {
    guard let references = field.references else {
      return Finding.Note("'\(field.name.value)' is an option that a mapping keeps", at: field.span)
    }
    let tables = references.targets.map { "'\($0.table.value)'" }
    return Finding.Note(
      "'\(field.name.value)' refers to \(tables.prefix(3).joined(separator: ", "))"
        + (tables.count > 3 ? " and others" : ""),
      at: references.span)
  }

  /// A field map in braces takes the key behind its last name; one on lines of its own is left to
  /// its author.
  private static func fix(_ map: EffectiveFieldMap, _ key: String) -> Fix? {
    let names = [map.name(.bc), map.name(.sales)].compactMap { $0?.span }
    guard let last = names.max(by: { $0.end < $1.end }), last.end < map.span.end else {
      return nil
    }
    let place = Span(file: last.file, start: last.end, end: last.end)
    return Fix(certain: false, edits: [Fix.Edit(place, ", " + key)])
  }
}

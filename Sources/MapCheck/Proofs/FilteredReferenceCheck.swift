import MapLanguage
import MapRuntime
import MapSource

/// `filtered-reference`: a reference may name a record that the filter of its mapping keeps out, so
/// that the record would wait for ever, and nobody said that this is meant.
///
/// `uncoupled` at the field map or in `defaults` is an answer. A field map with several routes is
/// asked about each table that they translate: a record harms where all mappings on it reject it.
enum FilteredReferenceCheck {
  static let pass = CheckPass(reach: .reached) { mapping, context in
    guard mapping.knows(.filter), mapping.knows(.defaults) else { return [] }
    return mapping.fields.compactMap { map in
      guard !map.routes.isEmpty, !map.saysUncoupled, !map.uncoupled.isSoft else { return nil }
      for direction in map.directions {
        if let finding = find(map, direction, mapping, context) { return finding }
      }
      return nil
    }
  }

  private static func find(
    _ map: EffectiveFieldMap, _ direction: Direction, _ mapping: EffectiveMapping,
    _ context: CheckContext
  ) -> Finding? {
    let side = direction.source
    var groups: [(table: Int, routes: [(number: Int, mapping: EffectiveMapping)])] = []
    for (number, route) in map.routes.enumerated() {
      guard let target = context.mapping(route.mapping) else { continue }
      if let known = groups.firstIndex(where: { $0.table == target.table(side) }) {
        groups[known].routes.append((number, target))
      } else {
        groups.append((target.table(side), [(number, target)]))
      }
    }
    for group in groups
    where group.routes.allSatisfy({
      !$0.mapping.filter(side).isEmpty && $0.mapping.knows(.filter)
    }) {
      let table = context.catalogue[group.table]
      let referred = Satisfiability(
        of: group.routes.map { $0.mapping.filter(side).negated }, in: table)
      guard let first = group.routes.first, var record = referred.witness,
        let referring = referring(map, first.number, mapping, side, context)
      else { continue }
      if let name = map.field(side).flatMap({ referring[$0] }) {
        identify(&record, by: name, in: table)
      }
      return finding(
        map, first.mapping, at: first.number, side, record, referring, table, context, mapping)
    }
    return nil
  }

  /// Gives the referred record the key by which the other names it, where the key is one field that
  /// the filter leaves free.
  private static func identify(_ record: inout [Int: Value], by name: Value, in table: Table) {
    guard table.key.count == 1, let key = table.key.first.flatMap({ table.place(of: $0.value) }),
      record[key] == nil
    else { return }
    if case .lookup(let lookup) = name {
      record[key] = .guid(lookup.id)
    } else {
      record[key] = name
    }
  }

  /// A record of this mapping whose reference goes this way; nil if there is none.
  private static func referring(
    _ map: EffectiveFieldMap, _ number: Int, _ mapping: EffectiveMapping, _ side: Side,
    _ context: CheckContext
  ) -> [Int: Value]? {
    let table = context.table(mapping, side)
    var given: [Int: Value] = [:]
    if side == .bc, let pick = map.routes[number].pick, let bc = map.bc,
      let by = table.fields[bc].references?.pickedBy, let place = table.place(of: by.value)
    {
      given[place] = .option(pick)
    }
    var conditions = [mapping.filter(side)]
    if let field = map.field(side) {
      let clause = EffectiveCondition.Clause(field: field, test: .notEmpty, span: map.span)
      conditions.append(EffectiveCondition(clauses: [clause], any: []))
    }
    return Satisfiability(of: conditions, in: table, given: given).witness
  }

  private static func finding(
    _ map: EffectiveFieldMap, _ target: EffectiveMapping, at number: Int, _ side: Side,
    _ record: [Int: Value], _ referring: [Int: Value], _ table: Table, _ context: CheckContext,
    _ mapping: EffectiveMapping
  ) -> Finding {
    var example = ExampleRecords()
    example.set(record, of: table)
    let own = context.table(mapping, side)
    let fields = ExampleRecords.fields(referring, of: own)
    let written = fields.map { "\($0.field): \($0.value)" }.joined(separator: ", ")
    return Finding(
      "filtered-reference",
      "'\(map.title)' may refer to a record of '\(table.name.value)' that the filter of '\(target.name)' "
        + "keeps out",
      at: Prerequisites.span(of: number, in: map), severity: .warning,
      label: "such a record is never coupled through this mapping",
      notes: [
        Finding.Note("the filter is here", at: target.origin.filter[side]?.span),
        Finding.Note(
          "a record of '\(own.name.value)' that refers to it waits for ever: \(written)"),
      ],
      help: "say `uncoupled: wait` if that is meant, or `synchronize`, `later`, `keep`, `clear` "
        + "or `refuse`",
      example: example)
  }
}

extension EffectiveFieldMap {
  /// The name that people know it by.
  var title: String { origin.title }
}

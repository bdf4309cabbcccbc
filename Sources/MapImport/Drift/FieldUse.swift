import MapLanguage
import MapRuntime
import MapSource

/// A field that a mapping names, where it names it.
struct FieldUse {
  let side: Side
  let field: Located<String>
  let isWritten: Bool
}

extension Mapping {
  /// The fields of both tables that the mapping reads or writes: in field maps, filters, matches and
  /// templates, in the order of the file.
  var fieldUses: [FieldUse] {
    let mapped = fields.filter(\.isEnabled).flatMap { uses(of: $0) }
    let filtered = filter.flatMap { side, condition in
      condition.allFields.map { FieldUse(side: side, field: $0.field, isWritten: false) }
    }
    let matched = (match?.groups ?? []).flatMap(\.pairs).flatMap { pair in
      Self.uses(.bc, [pair.bc].compactMap { $0 })
        + Self.uses(.sales, [pair.sales].compactMap { $0 })
    }
    let set = templates.flatMap { template in
      template.set.map { FieldUse(side: template.to.value, field: $0.field, isWritten: true) }
    }
    return (mapped + filtered + matched + set).sorted { $0.field.span < $1.field.span }
  }

  private func uses(of map: FieldMap) -> [FieldUse] {
    let said = map.direction?.value ?? direction?.value ?? .both
    let isToSales = said != .toBC
    let isToBC = said != .toSales
    var uses: [FieldUse] = []
    if let bc = map.bc { uses.append(FieldUse(side: .bc, field: bc, isWritten: isToBC)) }
    if let sales = map.sales {
      uses.append(FieldUse(side: .sales, field: sales, isWritten: isToSales))
    }
    let target: Side = map.sales == nil ? .bc : .sales
    return uses + (map.source.map { Self.uses(of: $0, on: target.other) } ?? [])
  }

  private static func uses(of source: FieldSource, on side: Side) -> [FieldUse] {
    switch source {
    case .field(let name): uses(side, [name])
    case .text(let template): uses(side, template.fields)
    case .compute(let computation):
      uses(.bc, computation.bc) + uses(.sales, computation.sales) + uses(side, computation.source)
    case .first(let sources, _): sources.flatMap { uses(of: $0, on: side) }
    // A related record's field is another table's.
    case .constant, .generate, .related: []
    }
  }

  private static func uses(_ side: Side, _ names: [Located<String>]) -> [FieldUse] {
    names.map { FieldUse(side: side, field: $0, isWritten: false) }
  }
}

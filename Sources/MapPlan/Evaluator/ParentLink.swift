import MapCheck
import MapLanguage
import MapRuntime

/// The fields that tie a line to its header (LANGUAGE 5, `parent`).
struct ParentLink {
  private let checked: CheckedModel
  private let mapping: EffectiveMapping
  private let direction: Direction

  init(_ checked: CheckedModel, _ mapping: EffectiveMapping, _ direction: Direction) {
    self.checked = checked
    self.mapping = mapping
    self.direction = direction
  }

  /// The target's fields; none where the line names no parent; nil where its parent is not coupled.
  func fields(of input: EvaluationInput) -> [(field: Int, value: Value)]? {
    guard let parent = mapping.parent else { return [] }
    let header = checked.model.mappings[parent]
    let bc = checked.catalogue[mapping.bcTable]
    let sales = checked.catalogue[mapping.salesTable]
    guard let link = bc.parent,
      let headerPlace = checked.catalogue.place(of: link.table.value, on: .bc),
      let lookup = sales.parent?.links.first.flatMap({ sales.place(of: $0.own.value) })
    else { return [] }
    let couplings = input.couplings.filter { $0.mapping == header.name.value }
    let headerTable = checked.catalogue[headerPlace]
    switch direction {
    case .toSales:
      guard let key = key(of: input.source, bc, link, headerTable) else { return [] }
      guard let found = couplings.first(where: { $0.bc.map(Code.normalized) == key }) else {
        return nil
      }
      return [(lookup, found.sales)]
    case .toBC:
      let value = input.source[lookup] ?? .empty
      if value.isEmpty { return [] }
      guard let found = couplings.first(where: { $0.sales == value }) else { return nil }
      return fields(found.bc, bc, link, headerTable)
    }
  }

  /// The header's key as the line says it; nil where the line says nothing of it.
  private func key(
    of record: [Int: Value], _ table: Table, _ link: TableParent, _ header: Table
  ) -> [String]? {
    var isNamed = false
    let key = header.key.map { part -> String in
      if let own = link.links.first(where: { $0.theirs?.value == part.value })?.own {
        let value = table.place(of: own.value).flatMap { record[$0] } ?? .empty
        if !value.isEmpty { isNamed = true }
        return CouplingKey.text(
          value.isEmpty ? header[part.value].map { BlankValue.of($0.type.value) } ?? .empty : value)
      }
      guard let fixed = link.where.first(where: { $0.field.value == part.value }),
        let field = header[part.value]
      else { return "" }
      return CouplingKey.text(fixed.value.value.written, of: field)
    }
    return isNamed ? key : nil
  }

  private func fields(
    _ key: [String], _ table: Table, _ link: TableParent, _ header: Table
  ) -> [(field: Int, value: Value)] {
    zip(header.key, key).compactMap { part, text in
      guard let own = link.links.first(where: { $0.theirs?.value == part.value })?.own,
        let place = table.place(of: own.value)
      else { return nil }
      return (place, CouplingKey.value(text, as: table.fields[place].type.value))
    }
  }
}

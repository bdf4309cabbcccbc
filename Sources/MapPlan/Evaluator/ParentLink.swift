import MapLanguage
import MapRuntime

/// The fields that tie a line to its header (docs/language.md#mappings, `parent`).
struct ParentLink {
  private let link: ParentProgram?
  private let direction: Direction
  /// The line's table in Business Central.
  private let table: Table

  init(_ conversion: ConversionProgram, _ table: Table) {
    link = conversion.parent
    direction = conversion.direction
    self.table = table
  }

  /// The target's fields; none where the line names no parent; nil where its parent is not coupled.
  func fields(of input: EvaluationInput) -> [(field: Int, value: Value)]? {
    guard let link else { return [] }
    let couplings = input.couplings.filter { $0.mapping == link.mapping }
    switch direction {
    case .toSales:
      guard let key = key(of: input.source, link) else { return [] }
      guard let found = couplings.first(where: { $0.bc.map(Code.normalized) == key }) else {
        return nil
      }
      return [(link.lookup, found.sales)]
    case .toBC:
      let value = input.source[link.lookup] ?? .empty
      if value.isEmpty { return [] }
      guard let found = couplings.first(where: { $0.sales == value }) else { return nil }
      return zip(link.parts, found.bc).compactMap { part, text in
        part.own.map { ($0, CouplingKey.value(text, as: table.fields[$0].type.value)) }
      }
    }
  }

  /// The header's key as the line says it; nil where the line says nothing of it.
  private func key(of record: [Int: Value], _ link: ParentProgram) -> [String]? {
    func value(_ field: Int) -> Value { record[field] ?? .empty }
    let naming = link.naming
    if !naming.isEmpty, naming.allSatisfy({ value($0).isEmpty }) { return nil }
    return link.parts.map { part in
      guard let own = part.own else { return part.fixed }
      let said = value(own)
      return CouplingKey.text(said.isEmpty ? part.type.blank : said)
    }
  }
}

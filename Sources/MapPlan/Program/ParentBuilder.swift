import MapCheck
import MapLanguage
import MapRuntime

/// Builds the link of a line to its header, from what both tables say of their parent.
struct ParentBuilder {
  let checked: CheckedModel
  let mapping: EffectiveMapping

  /// Nil for a mapping without `parent`.
  func build() -> ParentProgram? {
    guard let parent = mapping.parent else { return nil }
    let bc = checked.catalogue[mapping.bcTable]
    let sales = checked.catalogue[mapping.salesTable]
    guard let link = bc.parent,
      let header = checked.catalogue.place(of: link.table.value, on: .bc),
      let lookup = sales.parent?.links.first.flatMap({ sales.place(of: $0.own.value) })
    else { return nil }
    let table = checked.catalogue[header]
    return ParentProgram(
      rule: mapping.origin.fields.count,
      mapping: checked.model.mappings[parent].name.value, lookup: lookup,
      parts: table.key.compactMap { part($0.value, of: table, link, bc) })
  }

  private func part(
    _ name: String, of header: Table, _ link: TableParent, _ line: Table
  ) -> ParentProgram.Part? {
    guard let field = header[name] else { return nil }
    let own = link.links.first { $0.theirs?.value == name }.flatMap { line.place(of: $0.own.value) }
    let fixed = link.where.first { $0.field.value == name }
    return ParentProgram.Part(
      type: field.type.value, own: own,
      fixed: own == nil
        ? fixed.map { CouplingKey.text($0.value.value.written, of: field) } ?? "" : "")
  }
}

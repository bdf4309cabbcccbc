import MapLanguage
import MapRuntime
import MapSource

/// The mappings through which a reference goes. One of other tables than those that the reference is
/// about is `lookup-wrong-table`, and its field map is judged by nothing else.
extension MappingResolver {
  mutating func routes(of field: FieldMap, _ ends: FieldEnds) -> [Route] {
    field.through.compactMap { name in
      guard let target = otherMapping(name) else { return nil }
      if let finding = wrongTable(of: target, at: name.span, field, ends) {
        findings.append(finding)
        return nil
      }
      let table = names.model.mappings[target].alternatives[0].mapping.tables.bc.value
      let reference = ends.bc.flatMap { names.catalogue[bcTable].fields[$0].references }
      let found = reference?.targets.first { $0.table.value == table }
      var pick: OptionValue?
      if let by = reference?.pickedBy, let option = found?.when,
        let picking = names.catalogue[bcTable][by.value]
      {
        pick = picking.option(option.value).map { OptionValue($0) }
      }
      return Route(mapping: target, bcTarget: found, pick: pick)
    }
  }

  /// What is wrong with the tables of a mapping that a reference goes through; nil where they fit, or
  /// are not known.
  private func wrongTable(
    of target: Int, at span: Span, _ field: FieldMap, _ ends: FieldEnds
  ) -> Finding? {
    guard names.hasTables(target) else { return nil }
    let written = names.model.mappings[target].alternatives[0].mapping
    if let place = ends.bc {
      let own = names.catalogue[bcTable].fields[place]
      if !Self.refers(own, to: written.tables.bc.value) {
        return wrong(own, written, written.tables.bc.value, span)
      }
    }
    guard let place = ends.sales,
      let sales = names.catalogue.place(of: written.tables.salesName, on: .sales),
      !LookupCandidates.fits(
        salesTable: sales, copyTo: written.copyTo, field: place, of: salesTable, names.catalogue),
      !isFollowed(to: sales, field)
    else { return nil }
    return wrong(
      names.catalogue[salesTable].fields[place], written, names.catalogue[sales].name.value, span)
  }

  /// A text that refers to nothing may hold the key of any record.
  private static func refers(_ field: Field, to table: String) -> Bool {
    if let references = field.references {
      return references.targets.contains { $0.table.value == table }
    }
    switch field.type.value {
    case .text, .code, .memo, .guid: return true
    default: return false
    }
  }

  private func isFollowed(to sales: Int, _ field: FieldMap) -> Bool {
    let name = names.catalogue[sales].name.value
    return field.follow.contains { step in
      guard let table = names.catalogue.place(of: step.table.value, on: .sales),
        let place = names.catalogue[table].place(of: step.field.value)
      else { return false }
      let references = names.catalogue[table].fields[place].references
      return references?.targets.contains { $0.table.value == name } ?? false
    }
  }

  private func wrong(
    _ field: Field, _ candidate: Mapping, _ table: String, _ span: Span
  ) -> Finding {
    let tables = (field.references?.targets ?? []).map { "'\($0.table.value)'" }
    let note =
      tables.isEmpty
      ? "'\(field.name.value)' refers to no table"
      : "'\(field.name.value)' refers to \(tables.joined(separator: ", "))"
    return Finding(
      "lookup-wrong-table",
      "'\(candidate.name.value)' couples '\(table)', which '\(field.name.value)' never refers to",
      at: span, label: "couples '\(table)'",
      notes: [
        Finding.Note(note, at: field.references?.span ?? field.span),
        Finding.Note("its tables are named here", at: candidate.tables.sales.span),
      ],
      help: "name a mapping of a table that the field refers to")
  }
}

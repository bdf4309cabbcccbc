import MapLanguage
import MapRuntime

/// The mappings through which a reference could be translated.
enum LookupCandidates {
  /// Those that couple a table that the BC field refers to with one that the Sales field refers to,
  /// or with its options; in the order of the BC field's tables.
  static func find(bc: Int, sales: Int, _ scope: FlowScope) -> [EffectiveMapping] {
    let context = scope.context
    let targets = scope.field(bc, .bc).references?.targets ?? []
    let bcTables = targets.compactMap {
      context.catalogue.place(of: $0.table.value, on: .bc)
    }
    let active = context.active
    return bcTables.flatMap { table in
      active.filter { $0.bcTable == table && fits($0, sales: sales, scope) }
    }
  }

  private static func fits(
    _ candidate: EffectiveMapping, sales: Int, _ scope: FlowScope
  ) -> Bool {
    fits(
      salesTable: candidate.salesTable, copyTo: candidate.origin.copyTo, field: sales,
      of: scope.mapping.salesTable, scope.context.catalogue)
  }

  /// Whether a mapping's Sales table is among those that a field refers to, or the mapping keeps its
  /// options.
  static func fits(
    salesTable: Int, copyTo: [OptionAddress], field place: Int, of table: Int,
    _ catalogue: TableCatalogue
  ) -> Bool {
    let field = catalogue[table].fields[place]
    guard let option = catalogue.optionFields[salesTable] else {
      let name = catalogue[salesTable].name.value
      return field.references?.targets.contains { $0.table.value == name } ?? false
    }
    if option.table == table, option.field == place { return true }
    // An address that is none may have been meant for this field.
    return copyTo.contains { address in
      address.table.value == catalogue[table].name.value
        && address.field.value == field.name.value
        || catalogue.place(of: address.table.value, on: .sales)
          .flatMap { catalogue[$0].place(of: address.field.value) } == nil
    }
  }
}

import MapRuntime

extension TableLayout {
  /// The layout of a described table.
  convenience init(_ description: TableDescription, among tables: [String: TableDescription]) {
    var fields = description.fields
    if let states = description.states {
      // States stand for the two option fields (docs/language.md#tables), which mappings only read and
      // the system's own logic and people write.
      let values = states.values.map { FieldDescription.Option($0.name, $0.value) }
      let first = states.values.first
      fields.removeAll { $0.name == states.field || $0.name == states.status }
      fields.append(
        FieldDescription(
          states.field, .option, required: true,
          default: (first?.value).map { .value(.option(OptionValue($0))) }, options: values))
      fields.append(
        FieldDescription(
          states.status, .option,
          default: (first?.statuses.first?.value).map { .value(.option(OptionValue($0))) },
          options: states.values.flatMap(\.statuses)))
    }
    self.init(
      description,
      columns: fields.map { field in
        ColumnLayout(
          field: field,
          storage: TableLayout.storage(of: field, in: description, among: tables))
      })
  }

  /// The options of an open option field, as records of their own (F7).
  static func options(
    of field: FieldDescription, in table: TableDescription, copies: [OptionTarget.Field]
  ) -> TableLayout {
    let label = FieldDescription("$label", .text(length: nil), required: true)
    let target = OptionTarget.Field(table.name, field.name)
    return TableLayout(
      TableDescription(table.side, target.optionsTable, key: [], fields: [label]),
      columns: [ColumnLayout(field: label, storage: .stored)],
      options: target, optionCopies: copies.map(\.optionsTable))
  }

  private static func storage(
    of field: FieldDescription, in table: TableDescription,
    among tables: [String: TableDescription]
  ) -> ColumnLayout.Storage {
    switch (table.side, field.name) {
    case (.bc, "SystemId"): return .system("$id")
    case (.bc, "SystemCreatedAt"), (.sales, "createdon"): return .system("$created")
    case (.bc, "SystemModifiedAt"), (.sales, "modifiedon"): return .system("$modified")
    case (.sales, "versionnumber"): return .system("$version")
    case (.sales, "modifiedby"):
      // Persons are not told apart here.
      return .joined(
        "(SELECT value FROM \"$system\" WHERE name = 'user' AND t.\"$ours\" = t.\"$version\")")
    case (.sales, table.key.first): return .system("$id")
    default: break
    }
    if let sql = headerSQL(field, of: table, among: tables) { return .joined(sql) }
    if let join = field.join, let joined = tables[join.table] {
      return .joined(joinSQL(join, to: joined, from: table))
    }
    if case .lookup = field.type, field.refersTo.count > 1 { return .storedWithTable }
    return .stored
  }

  /// What a line of a Sales document shows of its header: its state and whether its prices are
  /// locked, as in 'salesorderstatecode' (SD-1, SD-4).
  private static func headerSQL(
    _ field: FieldDescription, of table: TableDescription, among tables: [String: TableDescription]
  ) -> String? {
    guard table.side == .sales, let parent = table.parent, let own = parent.by.first?.own,
      let header = tables[parent.table]
    else { return nil }
    let shown = [header.states?.field, "ispricelocked"].compactMap { $0 }
    guard
      let theirs = shown.first(where: { field.name == parent.table + $0 }),
      header.describedField(theirs) != nil
    else { return nil }
    return "(SELECT h.\(SQLName.quoted(theirs)) FROM \(SQLName.quoted(header.name)) h"
      + " WHERE h.\"$id\" = t.\(SQLName.quoted(own)))"
  }

  private static func joinSQL(
    _ join: JoinDescription, to joined: TableDescription, from table: TableDescription
  ) -> String {
    var conditions = join.on.map { pair in
      let own = pair.own == table.key.first && table.side == .sales ? "$id" : pair.own
      let theirs = pair.theirs == joined.key.first && joined.side == .sales ? "$id" : pair.theirs
      return "j.\(SQLName.quoted(theirs)) = t.\(SQLName.quoted(own))"
    }
    if table.side == .bc { conditions.append("j.\"$company\" = t.\"$company\"") }
    var order = "j.rowid"
    if let latest = join.latest {
      order = "j.\(SQLName.quoted(latest)) DESC"
      if join.untilToday {
        conditions.append("ifnull(j.\(SQLName.quoted(latest)), -800000) <= mapsync_today()")
      }
    }
    let found = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    return "(SELECT j.\(SQLName.quoted(join.field)) FROM \(SQLName.quoted(join.table)) j"
      + found + " ORDER BY \(order) LIMIT 1)"
  }
}

extension OptionTarget.Field {
  /// The name of the table that keeps the field's options as records.
  package var optionsTable: String { "\(table).\(field)" }
}

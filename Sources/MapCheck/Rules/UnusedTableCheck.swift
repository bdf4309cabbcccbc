import MapLanguage
import MapRuntime
import MapSource

/// `unused-table`: a table's file that nothing in the project uses.
enum UnusedTableCheck {
  static func find(in resolved: ResolvedModel) -> [Finding] {
    let model = resolved.model
    guard model.unreadable.isEmpty,
      model.mappings.indices.allSatisfy({ resolved.names.hasTables($0) })
    else { return [] }
    var used = UsedTables()
    for file in model.mappings {
      // Something that could not be read may have used any table.
      guard file.isComplete else { return [] }
      for alternative in file.alternatives { used.add(alternative.mapping) }
    }
    for table in model.tables {
      guard table.isComplete else { return [] }
      used.add(table)
    }
    for setting in model.project.settings { used.add(setting) }
    return model.tables.filter { !used.contains($0) }.map { table in
      Finding(
        "unused-table", "no mapping and no other table uses '\(table.name.value)'",
        at: table.name.span, severity: .warning, label: "unused",
        help: "delete the file, or name the table in a mapping")
    }
  }
}

/// Names of tables that something uses, by side.
private struct UsedTables {
  private var names: [Side: Set<String>] = [.bc: [], .sales: []]

  func contains(_ table: Table) -> Bool {
    names[table.side]?.contains(table.name.value) ?? false
  }

  mutating func add(_ mapping: Mapping) {
    add(mapping.tables.bc, .bc)
    add(mapping.tables.sales, .sales)
    for option in mapping.copyTo { add(option.table, .sales) }
    for record in mapping.related { add(record.table, record.side) }
    for field in mapping.fields {
      for step in field.follow { add(step.table, .sales) }
    }
    if let won = mapping.document.won { add(won.orderTable, .sales) }
  }

  mutating func add(_ table: Table) {
    if let parent = table.parent { add(parent.table, table.side, from: table) }
    for field in table.fields {
      for target in field.references?.targets ?? [] { add(target.table, table.side, from: table) }
      if let join = field.join { add(join.table, table.side, from: table) }
      for change in field.changesWith { add(change.table, table.side, from: table) }
    }
  }

  mutating func add(_ setting: Setting) {
    for table in setting.refersTo { add(table, setting.refersToSide) }
  }

  private mutating func add(_ name: Located<String>, _ side: Side, from table: Table? = nil) {
    // What refers to itself alone is used by nobody.
    if let table, table.name.value == name.value { return }
    names[side]?.insert(name.value)
  }
}

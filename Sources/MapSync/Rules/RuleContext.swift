import MapRuntime

/// What a named rule knows of its mapping when a run begins.
struct RuleContext: Sendable {
  let integration: Integration
  let mapping: BoundMapping
  let direction: Direction
  let slots: [ReferenceSlot]
  let source: RecordTable
  let target: RecordTable
  let values: RunValues

  var store: any SystemStore { integration.store(direction.target) }

  /// The target's columns that refer to a table, its own id aside.
  func columns(referringTo table: String) -> [Int] {
    Self.columns(of: target, referringTo: table, integration)
  }

  static func columns(
    of record: RecordTable, referringTo table: String, _ integration: Integration
  ) -> [Int] {
    guard let description = integration.table(record.side, record.name) else { return [] }
    return record.columns.indices.filter { place in
      description.field(record.columns[place].name)?.refers(to: table) == true
    }
  }

  /// The mappings through which the target's references are translated.
  var referred: [BoundMapping] { slots.flatMap(\.mappings).compactMap(integration.mapping) }

  /// Refuses a run whose rule does not fit its mapping.
  func unfit(_ rule: NamedRule, _ why: String) -> StoreFailure {
    .unusable(
      "'\(mapping.name)': the rule '\(rule.rawValue)' \(why); take it out of 'rules'")
  }
}

extension FieldDescription {
  func refers(to table: String) -> Bool { refersTo.contains { $0.table == table } }
}

extension TableDescription {
  /// The first field that refers to a table.
  func field(referringTo table: String) -> String? {
    fields.first { $0.refers(to: table) }?.name
  }
}

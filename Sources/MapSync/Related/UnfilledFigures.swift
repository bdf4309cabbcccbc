import MapRuntime

/// The computed fields that a system does not fill by itself: no store can be asked for them.
enum UnfilledFigures {
  /// Among the columns that mappings use.
  static func names(of table: RecordTable, in integration: Integration) -> Set<String> {
    guard let description = integration.table(table.side, table.name) else { return [] }
    let store = integration.store(table.side)
    return Set(
      table.columns.map(\.name).filter { name in
        description.field(name)?.isComputed == true && !store.fills(name, of: table.name)
      })
  }
}

extension RowCondition {
  /// The condition without what some fields decide: it lets through at least as many rows.
  func leavingOut(_ fields: Set<String>) -> RowCondition {
    guard !fields.isEmpty else { return self }
    return RowCondition(
      clauses.filter { !$0.names(any: fields) },
      any: any.filter { list in !list.contains { $0.names(any: fields) } })
  }

  private func names(any fields: Set<String>) -> Bool {
    clauses.contains { $0.names(any: fields) }
      || any.contains { list in list.contains { $0.names(any: fields) } }
  }
}

extension RowCondition.Clause {
  fileprivate func names(any fields: Set<String>) -> Bool {
    fields.contains(field) || test.names(any: fields)
  }
}

extension ConditionTest {
  fileprivate func names(any fields: Set<String>) -> Bool {
    switch self {
    case .field(let name): fields.contains(name)
    case .not(let test): test.names(any: fields)
    case .anyOf(let tests): tests.contains { $0.names(any: fields) }
    default: false
    }
  }
}

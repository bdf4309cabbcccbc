import MapRuntime

/// What stands in the history of a record that is written: the fields, and where both sides changed it
/// what is written over. Should a digest have taken an edit for none, it is told here.
extension Page {
  /// Asks what the records and options are called that the values refer to which are written over.
  mutating func nameReplaced(_ updates: [Int]) async throws(StoreFailure) {
    var lookups: Set<Lookup> = []
    for index in updates where rows[index].isReplacing {
      let row = rows[index]
      guard let values = (row.target?.record).map({ RecordValues(of: $0) }) else { continue }
      for column in row.changes.columns {
        if let lookup = reference(values[column], column) { lookups.insert(lookup) }
      }
    }
    if !lookups.isEmpty { replaced = try await ReferredNames(lookups, run.integration) }
  }

  /// The names of the fields that get another value, for people.
  func changedFields(_ row: PageRow<Way>) -> String {
    let values = row.isReplacing ? (row.target?.record).map { RecordValues(of: $0) } : nil
    return row.changes.columns.map { column in
      let name = Way.Target.table.columns[column].name
      return values.map { "\(name) (was \(SaidValue.of(shown($0[column], column))))" } ?? name
    }.joined(separator: ", ")
  }

  private func shown(_ value: Value, _ column: Int) -> String {
    if value.isEmpty { return "" }
    if let option = value.option, let label = described(column)?.name(of: option) { return label }
    return reference(value, column).flatMap(replaced.shown) ?? value.description
  }

  /// The record that a value refers to; an option that was made at run time is one as well.
  private func reference(_ value: Value, _ column: Int) -> Lookup? {
    if let lookup = value.lookup { return lookup }
    guard let option = value.option, described(column)?.name(of: option) == nil else { return nil }
    let field = OptionTarget.Field(Way.Target.table.name, Way.Target.table.columns[column].name)
    return run.integration.mappings.first { mapping in
      mapping.policy.option.map { $0.field == field || $0.copies.contains(field) } ?? false
    }.map { Lookup(table: $0.pair.sales, id: Guid(option: option)) }
  }

  private func described(_ column: Int) -> FieldDescription? {
    run.integration.table(Way.Target.table.side, Way.Target.table.name)?.field(
      Way.Target.table.columns[column].name)
  }
}

extension PageRow {
  /// Whether what somebody changed on the other side is written over.
  fileprivate var isReplacing: Bool { isBothChanged && !isMatched }
}

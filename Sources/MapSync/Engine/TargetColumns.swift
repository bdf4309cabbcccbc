import MapRuntime

/// Which columns of a target are written when.
package struct TargetColumns<Target: TableRecord>: Sendable {
  package let creatable: FieldSet
  package let updatable: FieldSet
  /// Columns that a new record gets by a second write.
  private let afterCreation: FieldSet
  /// Those of the fields that both sides change.
  let compared: FieldSet
  let unvalidated: FieldSet
  /// A new record as the system fills it where nobody writes.
  package let fresh: Target

  /// - Parameter owner: Who owns a new record that the mapping gives no owner (R M-8, M-9).
  init(
    _ description: TableDescription?, compared: FieldSet, unvalidated: FieldSet, owner: Lookup?
  ) {
    let table = Target.table
    creatable = table.creatable
    updatable = table.updatable
    afterCreation = table.updatable.subtracting(table.creatable)
    self.compared = compared
    self.unvalidated = unvalidated
    var values = RecordValues(of: Target.blank)
    for (place, column) in table.columns.enumerated() {
      if case .value(let value) = description?.field(column.name)?.default {
        values[place] = value
      }
    }
    if let owner, let column = description?.roles.owner.flatMap(table.column) {
      values[column] = .lookup(owner)
    }
    fresh = Target(reading: values)
  }

  /// What is written of a new record. Amounts that Sales takes from nobody on creation go in one go
  /// with a whole document: a kill between two writes would leave it without them (R H-9).
  package func ofNew(_ direction: Direction, inDocument: Bool) -> FieldSet {
    inDocument && direction == .toSales ? creatable.union(afterCreation) : creatable
  }

  /// What a new record gets by a second write.
  func later(_ direction: Direction, inDocument: Bool) -> FieldSet {
    afterCreation.subtracting(ofNew(direction, inDocument: inDocument))
  }
}

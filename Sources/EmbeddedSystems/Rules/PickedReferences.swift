import MapRuntime

/// References that take more than their own field to follow: another field picks the table, or the
/// key has more fields (docs/language.md#tables). What a test begins with may be incomplete.
struct PickedReferences: SystemRule {
  func concerns(_ table: TableLayout) -> Bool {
    table.columns.contains { $0.isStored && Self.isPicked($0.field) }
  }

  private static func isPicked(_ field: FieldDescription) -> Bool {
    field.pickedBy != nil || field.refersTo.contains { !$0.otherKeys.isEmpty }
  }

  func apply(_ change: RowChange, in session: WriteSession) throws {
    guard change.kind != .deleted, session.author != .system, !session.isRenaming else { return }
    for column in change.table.columns where column.isStored && Self.isPicked(column.field) {
      let field = column.field
      let asked = Self.tables(of: field, change)
      guard !change[field.name].isEmpty, !asked.isEmpty, isChanged(field, change) else { continue }
      let isThere = try asked.contains { reference in
        try exists(reference, field, change, in: session)
      }
      guard isThere else {
        throw Refusal(
          "\(change.shown): field '\(field.name)' refers to"
            + " \(asked.map(\.table).joined(separator: " or ")) '\(change[field.name])', which does"
            + " not exist")
      }
    }
  }

  /// The tables that are meant; none where the picking field picks none.
  private static func tables(
    of field: FieldDescription, _ change: RowChange
  ) -> [ReferenceDescription] {
    guard let pickedBy = field.pickedBy else { return field.refersTo }
    let pick = change[pickedBy].option ?? OptionValue(0)
    return field.refersTo.filter { $0.pick == pick }
  }

  /// Whether one of the fields that the reference takes has another value than before.
  private func isChanged(_ field: FieldDescription, _ change: RowChange) -> Bool {
    let others = field.refersTo.flatMap { $0.otherKeys.map(\.own) }
    return change.kind == .created
      || ([field.name, field.pickedBy].compactMap { $0 } + others).contains(where: change.isChanged)
  }

  private func exists(
    _ reference: ReferenceDescription, _ field: FieldDescription, _ change: RowChange,
    in session: WriteSession
  ) throws -> Bool {
    guard let table = session.schema[reference.table] else { return true }
    let others = Set(reference.otherKeys.map(\.theirs))
    // The key's field that no other one answers is the reference itself.
    let own = table.key.map { table.columns[$0].name }.filter { !others.contains($0) }
    guard own.count == 1, let last = own.first else { return true }
    var fields = [last: change[field.name]]
    for pair in reference.otherKeys { fields[pair.theirs] = change[pair.own] }
    return try !session.find(reference.table, fields).isEmpty
  }
}

import MapRuntime

/// A write of one record, for the rules.
struct RowChange {
  enum Kind: Hashable, Sendable {
    case created
    case changed
    case deleted
  }

  let kind: Kind
  let table: TableLayout
  let id: Guid
  /// By column of the table; nil of a new record.
  let before: [Value]?
  /// Nil of a deleted record.
  let after: [Value]?

  /// The value of a field now.
  subscript(field: String) -> Value {
    guard let column = table.column(field), let after else { return .empty }
    return after[column]
  }

  /// The value of a field before.
  func old(_ field: String) -> Value {
    guard let column = table.column(field), let before else { return .empty }
    return before[column]
  }

  /// Whether a field has another value than before.
  func isChanged(_ field: String) -> Bool { self[field] != old(field) }

  /// The record as messages call it: as it was, since a refused write changes nothing.
  var shown: String {
    let values = before ?? after ?? []
    let key = table.key.map { values[$0].description }
    if !key.isEmpty { return "\(table.name) '\(key.joined(separator: ","))'" }
    let text = values.lazy.compactMap(\.text).first
    return "\(table.name) '\(text ?? id.description)'"
  }
}

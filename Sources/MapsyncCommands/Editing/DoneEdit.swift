import MapRuntime
import MapSync

/// What an edit of a record came to, a line a field: also what the system filled in or changed besides,
/// but for what it keeps for itself, such as the moment of the change. The fields that the person named
/// count whoever keeps them: a state is changed by the system's own action.
struct DoneEdit {
  private let table: TableDescription
  private let name: String
  private let named: Set<String>
  private let before: [String: Value]
  private let after: [String: Value]
  private let names: ReferredNames

  /// - Parameters:
  ///   - name: What the person called the record.
  ///   - named: The fields that the person named.
  init(
    _ table: TableDescription, _ name: String, named: Set<String>, before: [String: Value],
    after: [String: Value], names: ReferredNames = ReferredNames()
  ) {
    self.names = names
    self.table = table
    self.name = name
    self.named = named
    self.before = before
    self.after = after
  }

  var text: String {
    let changed = table.fields.filter { $0.access != .read || named.contains($0.name) }.map(\.name)
      .filter { before[$0] != after[$0] }
    let lines = changed.map { field in
      "  \(field): \(shown(before, field)) is now \(shown(after, field))"
    }
    let record = "\(table.name) \(name)"
    guard !lines.isEmpty else { return PlainLine.of("\(record) has these values already") + "\n" }
    return (["\(record) changed"] + lines).map { PlainLine.of($0) + "\n" }.joined()
  }

  private func shown(_ values: [String: Value], _ field: String) -> String {
    let value = values[field] ?? .empty
    return SaidValue.of(value.isEmpty ? "" : ShownValue.of(value, table.field(field), names))
  }
}

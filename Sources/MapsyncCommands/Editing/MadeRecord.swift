import MapRuntime
import MapSync

/// A record that a person made: for people by what it is called, for programs with its id.
struct MadeRecord: Encodable {
  let version = 1
  let table: String
  /// Its key, number or name; nil where nothing of it says one.
  let name: String?
  let id: String

  init(_ table: TableDescription, _ id: Guid, _ fields: [String: Value]) {
    self.table = table.name
    name = RecordName.of(fields, table)
    self.id = id.description
  }

  var text: String { PlainLine.of("\(table) \(name ?? id) created") + "\n" }
}

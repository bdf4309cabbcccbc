import EmbeddedSystems
import MapRuntime
import MapSource
import MapSync

/// A field's value as a person types it.
enum EditedValue {
  static func parse(
    _ text: String, _ field: FieldDescription, _ table: EditedTable
  ) throws -> Value {
    if text.isEmpty { return .empty }
    switch field.type {
    case .option: return try option(text, field, table)
    case .lookup: return try lookup(text, field, table)
    default:
      guard let value = Value(parsing: text, as: field.type) else {
        throw CommandFailure("'\(PlainLine.of(text))' does not fit the field '\(field.name)'")
      }
      return value
    }
  }

  /// The ids of the records that a key (`WrittenKey`) or a name can mean.
  static func ids(
    _ text: String, _ table: TableDescription, _ system: EmbeddedSystem, _ company: Company?
  ) throws -> [Guid] {
    if table.side == .bc {
      let keys = WrittenKey.all(text, of: table)
      guard !keys.isEmpty || text.split(separator: ",").count == table.key.count else {
        throw CommandFailure(
          "a key of \(table.name) has \(table.key.count) parts by commas: "
            + table.key.joined(separator: ", "))
      }
      var found: [Guid] = []
      for key in keys {
        let fields = Dictionary(zip(table.key, key.values)) { first, _ in first }
        found += try system.find(table.name, fields, company: company)
      }
      return found
    }
    for name in RecordName.ownFields(of: table) {
      let found = try system.find(table.name, [name: .text(text)], company: company)
      if !found.isEmpty { return found }
    }
    return []
  }

  private static func option(
    _ text: String, _ field: FieldDescription, _ table: EditedTable
  ) throws -> Value {
    if let option = field.option(text) ?? field.option(text == "''" ? " " : text) {
      return .option(option)
    }
    let names = field.options.map(\.title)
    if let name = names.first(where: { $0.lowercased() == text.lowercased() }),
      let option = field.option(name)
    {
      return .option(option)
    }
    if let number = Int32(text) { return .option(OptionValue(number)) }
    throw CommandFailure(
      "'\(field.name)' is one of \(names.map { "'\($0)'" }.joined(separator: ", "))")
  }

  /// `table:id`, an id, or a name of a record of the only table that the field refers to.
  private static func lookup(
    _ text: String, _ field: FieldDescription, _ table: EditedTable
  ) throws -> Value {
    let targets = field.refersTo.map(\.table)
    var name = text
    var candidates = targets
    if let colon = text.firstIndex(of: ":"), targets.contains(String(text[..<colon])) {
      candidates = [String(text[..<colon])]
      name = String(text[text.index(after: colon)...])
    }
    if let id = Guid(parsing: name), candidates.count == 1 {
      return .lookup(Lookup(table: candidates[0], id: id))
    }
    for candidate in candidates {
      guard let description = table.system.schema[candidate]?.description else { continue }
      let found = try ids(name, description, table.system, table.company)
      if found.count == 1 { return .lookup(Lookup(table: candidate, id: found[0])) }
    }
    throw CommandFailure(
      "'\(field.name)' refers to \(targets.joined(separator: " or ")): write it as "
        + "table:id or by a name that one record has")
  }
}

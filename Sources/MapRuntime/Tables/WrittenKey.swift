/// A business key as people write it and read it: its parts by commas, an option by its name or its
/// number. The options of a key may be left out where the other parts are enough: `Order,S-00001`,
/// `1,S-00001` and `S-00001` all name an order.
public struct WrittenKey: Hashable, Sendable {
  /// The values of the key's fields, in the table's order.
  public let values: [Value]

  /// The key as records and couplings have it.
  public var key: String { RecordKey.of(values) }

  /// The keys of a table that a text can mean: several where options are left out, none where the text
  /// is no key of the table.
  public static func all(_ text: String, of table: TableDescription) -> [WrittenKey] {
    let fields = table.key.compactMap { table.field($0) }
    guard !fields.isEmpty, fields.count == table.key.count else { return [] }
    if let whole = values(text, fields) { return [WrittenKey(values: whole)] }
    let others = fields.filter { $0.type != .option }
    guard !others.isEmpty, others.count < fields.count, let some = values(text, others) else {
      return []
    }
    var keys: [[Value]] = [[]]
    var given = some[...]
    for field in fields {
      let choices =
        field.type == .option
        ? field.options.map { Value.option(OptionValue($0.value)) } : [given.popFirst() ?? .empty]
      keys = choices.flatMap { choice in keys.map { $0 + [choice] } }
    }
    return keys.map { WrittenKey(values: $0) }
  }

  /// A key of a table as people read it, with its options by name.
  public static func shown(_ key: String, of table: TableDescription?) -> String {
    let parts = RecordKey.parts(key)
    guard let table, parts.count == table.key.count else { return RecordKey.shown(key) }
    return zip(table.key, parts).map { name, part in
      Int32(part).flatMap { table.field(name)?.name(of: OptionValue($0)) } ?? part
    }.joined(separator: ",")
  }

  /// The values of some fields; the last part may hold commas of its own. Nil where the parts do not
  /// fit.
  private static func values(_ text: String, _ fields: [FieldDescription]) -> [Value]? {
    let parts = text.split(
      separator: ",", maxSplits: fields.count - 1, omittingEmptySubsequences: false)
    guard parts.count == fields.count else { return nil }
    var values: [Value] = []
    for (part, field) in zip(parts, fields) {
      guard let value = value(String(part), field) else { return nil }
      values.append(value)
    }
    return values
  }

  private static func value(_ part: String, _ field: FieldDescription) -> Value? {
    guard field.type == .option else {
      return part.isEmpty ? .empty : Value(parsing: part, as: field.type)
    }
    let named = field.options.first { $0.title.lowercased() == part.lowercased() }
    return (named?.value ?? Int32(part)).map { .option(OptionValue($0)) }
  }
}

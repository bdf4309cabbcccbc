import MapRuntime

/// BC records by the keys that they have now. The key in a coupling is what people called the record
/// when it was coupled; a code may be another record's by now (F1, R B-17).
struct KeyedRecords: Sendable {
  /// The fields of a table's business key.
  private struct Key {
    let fields: [String]
    let types: [FieldType]

    init?(_ table: String, _ integration: Integration) {
      guard let description = integration.table(.bc, table), !description.key.isEmpty else {
        return nil
      }
      fields = description.key
      types = fields.compactMap { description.field($0)?.type }
      guard types.count == fields.count else { return nil }
    }
  }

  private let integration: Integration

  init(_ integration: Integration) { self.integration = integration }

  /// The ids of the records that have these keys (`RecordKey`), in one query; a key that is nobody's
  /// is left out.
  func ids(
    of table: String, keys: some Collection<String>
  ) async throws(StoreFailure) -> [String: Guid] {
    guard !keys.isEmpty, let key = Key(table, integration) else { return [:] }
    let values = keys.compactMap { Self.values($0, key) }
    guard !values.isEmpty else { return [:] }
    let rows = try await integration.bc.rows(
      of: table, key.fields, matching: key.fields, values: values)
    var ids = [String: Guid](minimumCapacity: rows.count)
    for row in rows { ids[RecordKey.of(row.values)] = row.id }
    return ids
  }

  /// The parts of the keys that some records have, in one query; a record that is gone is left out.
  func parts(
    of table: String, ids: [Guid]
  ) async throws(StoreFailure) -> [Guid: [String]] {
    guard !ids.isEmpty, let key = Key(table, integration) else { return [:] }
    let rows = try await integration.bc.rows(of: table, key.fields, ids: ids)
    var parts = [Guid: [String]](minimumCapacity: rows.count)
    for row in rows { parts[row.id] = row.values.map(\.description) }
    return parts
  }

  /// The values of a key's parts; nil for a text that is no key of the table.
  private static func values(_ text: String, _ key: Key) -> [Value]? {
    let parts = RecordKey.parts(text)
    guard parts.count == key.types.count else { return nil }
    var values: [Value] = []
    for (part, type) in zip(parts, key.types) {
      guard let value = value(part, type) else { return nil }
      values.append(value)
    }
    return values
  }

  private static func value(_ part: String, _ type: FieldType) -> Value? {
    switch type {
    case .option: Int32(part).map { .option(OptionValue($0)) }
    // Keys are in upper case.
    case .boolean: Value(parsing: part.lowercased(), as: type)
    case .date, .dateTime, .guid: part.isEmpty ? .empty : Value(parsing: part, as: type)
    case .text, .code, .memo, .integer, .bigInteger, .decimal, .money, .lookup:
      Value(parsing: part, as: type)
    }
  }
}

import MapRuntime

/// Writes the text of a business key, as `RecordKey` and couplings have it.
enum KeyText {
  /// A part that a record holds; codes come normalized.
  static func part(
    _ field: Int, in table: Int, of record: SwiftCode, _ names: EmissionNames
  ) -> SwiftCode {
    part("\(record).\(names.member(field, in: table))", names.kind(field, in: table))
  }

  static func part(_ member: SwiftCode, _ kind: SwiftKind) -> SwiftCode {
    switch kind {
    case .text: "Code.normalized(\(member))"
    case .integer, .option: "\(member).description"
    case .decimal, .date: "Value.of(\(member)).description"
    case .boolean, .dateTime, .guid, .lookup:
      "Code.normalized(Value.of(\(member)).description)"
    }
  }

  static func whole(_ parts: [SwiftCode]) -> SwiftCode {
    if parts.count == 1, let part = parts.first { return part }
    return "RecordKey.of([\(parts.joined(", "))])"
  }
}

import MapRuntime

/// Refusals in words.
package enum Explanation {
  /// A refusal as a sentence.
  ///
  /// - Parameter record: What is refused, of which a sentence says the values that it looks at.
  package static func of<Mapping: CompiledMapping, Record: TableRecord>(
    _ refusal: RecordRefusal, _ mapping: Mapping.Type, _ record: Record,
    _ integration: Integration
  ) -> String {
    let name: String
    switch refusal.cause {
    case .sentence(let place):
      guard Mapping.refusals.indices.contains(place) else { return "the mapping refuses it" }
      let refused = Mapping.refusals[place]
      return refused.because + values(refused.fields, record, integration)
    case .rule(let rule): name = self.name(rule, mapping)
    }
    let value =
      sourceField(of: refusal, mapping, Record.table)
      .map { values([$0], record, integration) } ?? ""
    return switch refusal.reason {
    case .empty: "\(name): the source is empty, and the mapping refuses that"
    case .tooLong:
      refusal.lengths.map { lengths in
        "\(name): the text has \(lengths.text) characters, and there is room for \(lengths.target); "
          + "shorten it"
      } ?? "\(name): the text is longer than there is room for; shorten it"
    case .tooPrecise: "\(name): the number has more places than the target holds\(value)"
    case .tooLarge: "\(name): the number is larger than the target holds\(value)"
    case .otherwise: "\(name): the value is none of those that the mapping translates\(value)"
    case .sameAs: "\(name): \(difference(refusal.values))"
    case .ofAnother: "\(name): the source refers to a part of another record than is named here"
    case .value: "\(name): the value does not fit the target's type\(value)"
    case .states: "\(name): the document's state refuses it"
    case .refuse, .uncoupled, .waiting: "\(name): refused"
    }
  }

  /// What stands in the fields that a sentence looks at, in brackets; nothing where all are empty, and of
  /// references, which the sentence names.
  private static func values<Record: TableRecord>(
    _ fields: [String], _ record: Record, _ integration: Integration
  ) -> String {
    let table = integration.table(Record.table.side, Record.table.name)
    let values = RecordValues(of: record)
    let shown = fields.compactMap { field -> String? in
      guard let column = Record.table.column(field), !values[column].isEmpty,
        values[column].lookup == nil
      else { return nil }
      let option = values[column].option.flatMap { table?.field(field)?.name(of: $0) }
      return "\(field) is '\(option ?? values[column].description)'"
    }
    return shown.isEmpty ? "" : " (\(shown.joined(separator: ", ")))"
  }

  /// What a value is, and what it must be.
  private static func difference(_ values: [Value]) -> String {
    guard values.count == 2 else { return "the value is not the one that it must agree with" }
    let shown = values.map { SaidValue.of($0.isEmpty ? "" : $0.description) }
    return "this is \(shown[0]), and must be \(shown[1])"
  }

  /// The field of the record that a rule takes, where it takes one as it is.
  private static func sourceField<Mapping: CompiledMapping>(
    of refusal: RecordRefusal, _ mapping: Mapping.Type, _ table: RecordTable
  ) -> String? {
    guard let rule = refusal.rule, Mapping.rules.indices.contains(rule) else { return nil }
    let parts = Mapping.rules[rule].name.split(separator: " \u{2013} ").map(String.init)
    guard parts.count == 2 else { return nil }
    let field = table.side == .bc ? parts[0] : parts[1]
    return table.column(field) == nil ? nil : field
  }

  /// A rule as people know it: by the fields of its field map.
  static func name<Mapping: CompiledMapping>(_ rule: Int, _ mapping: Mapping.Type) -> String {
    Mapping.rules.indices.contains(rule) ? "'\(Mapping.rules[rule].name)'" : "a rule"
  }
}

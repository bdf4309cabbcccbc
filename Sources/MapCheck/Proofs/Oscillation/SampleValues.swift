import MapLanguage
import MapRuntime

/// Ordinary values of a field, for simulations.
enum SampleValues {
  /// At most a handful, inside a domain; those of the field maps' value lists come first.
  static func values(
    in domain: ValueDomain, seed: Int, named: [Value]
  ) -> [Value] {
    let field = domain.scope.field
    let candidates = named + common(field.type.value, seed) + options(field)
    var values: [Value] = []
    for value in candidates where !values.contains(value) {
      let point = ValueDomain.only(value, domain.scope)
      if !domain.intersection(point).isEmpty { values.append(value) }
      if values.count == 8 { break }
    }
    if values.isEmpty, let witness = domain.witness { values.append(witness) }
    return values
  }

  /// Each field gets other values, so that one that moves is seen.
  private static func common(_ type: FieldType, _ seed: Int) -> [Value] {
    let number = Int64(seed + 1)
    switch type {
    case .text, .memo, .code: return [.text("A\(number)"), .text("B\(number)")]
    case .integer, .bigInteger: return [.integer(number), .integer(-number)]
    case .decimal, .money:
      return [.decimal(DecimalValue(number)), .decimal(DecimalValue(-number))]
    case .boolean: return [.boolean(seed % 2 == 0), .boolean(seed % 2 != 0)]
    case .date: return [.date(DateValue(days: Int32(20_000 + seed)))]
    case .dateTime:
      return [.dateTime(DateTimeValue(midnightOf: DateValue(days: Int32(20_000 + seed))))]
    case .guid: return [.guid(Guid(high: 2, low: UInt64(seed + 1)))]
    case .option, .lookup: return []
    }
  }

  private static func options(_ field: Field) -> [Value] {
    field.options.prefix(12).map { .option(OptionValue($0.value)) }
  }
}

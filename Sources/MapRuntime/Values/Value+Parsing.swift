extension Value {
  /// Reads a plain text as a value of a type, ISO 8601 for dates; nil where it is none. Options need
  /// their field and lookups their record, so neither is ever read here.
  public init?(parsing text: String, as type: FieldType) {
    let value: Value? =
      switch type {
      case .text, .memo: .of(text: text)
      case .code: .of(text: Code.normalized(text))
      case .integer, .bigInteger: Int64(text).map(Value.integer)
      case .decimal, .money: (try? DecimalValue(parsing: text)).map(Value.decimal)
      case .boolean: text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
      case .date: DateValue(parsing: text).map(Value.date)
      case .dateTime:
        DateTimeValue(parsing: text).map(Value.dateTime)
          ?? DateValue(parsing: text).map { .dateTime(DateTimeValue(midnightOf: $0)) }
      case .guid: Guid(parsing: text).map { .of(guid: $0) }
      case .option, .lookup: nil
      }
    guard let value else { return nil }
    self = value
  }
}

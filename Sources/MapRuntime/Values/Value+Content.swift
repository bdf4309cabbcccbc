/// What a value holds, by the type that is asked for; nil where it holds another, or nothing.
extension Value {
  public var text: String? { if case .text(let text) = self, !text.isEmpty { text } else { nil } }
  public var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
  public var decimal: DecimalValue? { if case .decimal(let number) = self { number } else { nil } }
  public var boolean: Bool? { if case .boolean(let truth) = self { truth } else { nil } }
  public var date: DateValue? { if case .date(let date) = self { date } else { nil } }
  public var dateTime: DateTimeValue? {
    if case .dateTime(let moment) = self { moment } else { nil }
  }
  public var guid: Guid? { if case .guid(let guid) = self, !guid.isZero { guid } else { nil } }
  public var option: OptionValue? { if case .option(let option) = self { option } else { nil } }
  public var lookup: Lookup? {
    if case .lookup(let lookup) = self, !lookup.id.isZero { lookup } else { nil }
  }

  public static func of(_ text: String?) -> Value { text.map { Value.of(text: $0) } ?? .empty }
  public static func of(_ number: Int64?) -> Value { number.map(Value.integer) ?? .empty }
  public static func of(_ number: DecimalValue?) -> Value { number.map(Value.decimal) ?? .empty }
  public static func of(_ truth: Bool?) -> Value { truth.map(Value.boolean) ?? .empty }
  public static func of(_ date: DateValue?) -> Value { date.map(Value.date) ?? .empty }
  public static func of(_ moment: DateTimeValue?) -> Value {
    moment.map(Value.dateTime) ?? .empty
  }
  public static func of(_ guid: Guid?) -> Value { guid.map { Value.of(guid: $0) } ?? .empty }
  public static func of(_ option: OptionValue?) -> Value { option.map(Value.option) ?? .empty }
  public static func of(_ lookup: Lookup?) -> Value {
    lookup.map { Value.of(lookup: $0) } ?? .empty
  }
}

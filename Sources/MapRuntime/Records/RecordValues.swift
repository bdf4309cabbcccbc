/// A row of values by column, for what is not on a record's way: overridden policies, previews,
/// scenarios, messages.
public struct RecordValues: Hashable, Sendable, RecordReader, RecordWriter {
  public var values: [Value]

  public init(_ values: [Value]) { self.values = values }

  /// A record's values, in the order of its columns.
  public init(of record: some TableRecord) {
    values = Array(repeating: .empty, count: type(of: record).table.columns.count)
    record.write(to: &self)
  }

  public subscript(column: Int) -> Value {
    get { values[column] }
    set { values[column] = newValue }
  }

  public func text(_ column: Int) -> String? { values[column].text }
  public func integer(_ column: Int) -> Int64? { values[column].integer }
  public func decimal(_ column: Int) -> DecimalValue? { values[column].decimal }
  public func boolean(_ column: Int) -> Bool? { values[column].boolean }
  public func date(_ column: Int) -> DateValue? { values[column].date }
  public func dateTime(_ column: Int) -> DateTimeValue? { values[column].dateTime }
  public func guid(_ column: Int) -> Guid? { values[column].guid }
  public func option(_ column: Int) -> OptionValue? { values[column].option }
  public func lookup(_ column: Int) -> Lookup? { values[column].lookup }

  public mutating func write(_ value: String?, _ column: Int) { values[column] = .of(value) }
  public mutating func write(_ value: Int64?, _ column: Int) { values[column] = .of(value) }
  public mutating func write(_ value: DecimalValue?, _ column: Int) { values[column] = .of(value) }
  public mutating func write(_ value: Bool?, _ column: Int) { values[column] = .of(value) }
  public mutating func write(_ value: DateValue?, _ column: Int) { values[column] = .of(value) }
  public mutating func write(_ value: DateTimeValue?, _ column: Int) { values[column] = .of(value) }
  public mutating func write(_ value: Guid?, _ column: Int) { values[column] = .of(value) }
  public mutating func write(_ value: OptionValue?, _ column: Int) { values[column] = .of(value) }
  public mutating func write(_ value: Lookup?, _ column: Int) { values[column] = .of(value) }
}

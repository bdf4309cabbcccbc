/// A row of a store, written by the position of its columns; nil is null.
public protocol RecordWriter {
  mutating func write(_ value: String?, _ column: Int)
  mutating func write(_ value: Int64?, _ column: Int)
  mutating func write(_ value: DecimalValue?, _ column: Int)
  mutating func write(_ value: Bool?, _ column: Int)
  mutating func write(_ value: DateValue?, _ column: Int)
  mutating func write(_ value: DateTimeValue?, _ column: Int)
  mutating func write(_ value: Guid?, _ column: Int)
  mutating func write(_ value: OptionValue?, _ column: Int)
  mutating func write(_ value: Lookup?, _ column: Int)
}

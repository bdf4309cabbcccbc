import MapRuntime

/// A row of values by column: what a store would hand to a record, and take from it.
struct ValueRow: RecordReader, RecordWriter {
  var values: [Value]

  init(_ values: [Value]) { self.values = values }

  init(columns: Int) { values = Array(repeating: .empty, count: columns) }

  func text(_ column: Int) -> String? { values[column].text }
  func integer(_ column: Int) -> Int64? { values[column].integer }
  func decimal(_ column: Int) -> DecimalValue? { values[column].decimal }
  func boolean(_ column: Int) -> Bool? { values[column].boolean }
  func date(_ column: Int) -> DateValue? { values[column].date }
  func dateTime(_ column: Int) -> DateTimeValue? { values[column].dateTime }
  func guid(_ column: Int) -> Guid? { values[column].guid }
  func option(_ column: Int) -> OptionValue? { values[column].option }
  func lookup(_ column: Int) -> Lookup? { values[column].lookup }

  mutating func write(_ value: String?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: Int64?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: DecimalValue?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: Bool?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: DateValue?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: DateTimeValue?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: Guid?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: OptionValue?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: Lookup?, _ column: Int) { values[column] = .of(value) }
}

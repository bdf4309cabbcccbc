import MapRuntime

/// A row of values by column, as a store would take it from a record.
struct ValueRow: RecordWriter {
  var values: [Value]

  init(columns: Int) { values = Array(repeating: .empty, count: columns) }

  mutating func write(_ value: String?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: Int64?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: DecimalValue?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: Bool?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: DateValue?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: DateTimeValue?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: Guid?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: OptionValue?, _ column: Int) { values[column] = .of(value) }
  mutating func write(_ value: Lookup?, _ column: Int) { values[column] = .of(value) }

  static func values<Record: TableRecord>(_ record: Record) -> [Value] {
    var row = ValueRow(columns: Record.table.columns.count)
    record.write(to: &row)
    return row.values
  }

  static func named<Record: TableRecord>(_ record: Record) -> [String: Value] {
    let names = Record.table.columns.map(\.name)
    return Dictionary(uniqueKeysWithValues: zip(names, values(record)))
  }
}

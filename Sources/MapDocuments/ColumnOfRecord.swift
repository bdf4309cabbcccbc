import MapRuntime

/// Takes one column of a record and lets the others pass.
private struct ColumnOfRecord: RecordWriter {
  let column: Int
  var value = Value.empty

  mutating func write(_ value: String?, _ column: Int) { take(.of(value), column) }
  mutating func write(_ value: Int64?, _ column: Int) { take(.of(value), column) }
  mutating func write(_ value: DecimalValue?, _ column: Int) { take(.of(value), column) }
  mutating func write(_ value: Bool?, _ column: Int) { take(.of(value), column) }
  mutating func write(_ value: DateValue?, _ column: Int) { take(.of(value), column) }
  mutating func write(_ value: DateTimeValue?, _ column: Int) { take(.of(value), column) }
  mutating func write(_ value: Guid?, _ column: Int) { take(.of(value), column) }
  mutating func write(_ value: OptionValue?, _ column: Int) { take(.of(value), column) }
  mutating func write(_ value: Lookup?, _ column: Int) { take(.of(value), column) }

  private mutating func take(_ value: @autoclosure () -> Value, _ column: Int) {
    if column == self.column { self.value = value() }
  }
}

extension TableRecord {
  /// The value of one column.
  func value(of column: Int) -> Value {
    var reading = ColumnOfRecord(column: column)
    write(to: &reading)
    return reading.value
  }
}

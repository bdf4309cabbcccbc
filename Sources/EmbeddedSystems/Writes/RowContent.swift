import MapRuntime

/// The values of a row that is written.
public protocol RowContent {
  func write(to row: inout some RecordWriter)
}

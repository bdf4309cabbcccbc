import MapRuntime

/// The values of a row that is written.
public protocol RowContent {
  func write(to row: inout some RecordWriter)
  /// Writes what the statement that the row goes to does not hold yet; all of it, where it holds
  /// nothing.
  func writeUnheld(to row: inout some RecordWriter)
}

extension RowContent {
  @inlinable public func writeUnheld(to row: inout some RecordWriter) { write(to: &row) }
}

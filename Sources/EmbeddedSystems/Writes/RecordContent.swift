import MapRuntime

/// A record as the values of a row.
public struct RecordContent<Record: TableRecord>: RowContent {
  @usableFromInline let record: Record

  @inlinable public init(_ record: Record) { self.record = record }

  @inlinable public func write(to row: inout some RecordWriter) { record.write(to: &row) }
}

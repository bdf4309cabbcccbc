import MapRuntime

/// A page of changes.
public struct ChangePage<Record: TableRecord>: Sendable {
  public let records: [StoredRecord<Record>]
  /// Ids of deleted records.
  public let deleted: [Guid]
  /// Where the next page begins.
  public let next: ChangeMark
  /// False after the last page for now.
  public let hasMore: Bool

  public init(
    records: [StoredRecord<Record>], deleted: [Guid], next: ChangeMark, hasMore: Bool
  ) {
    self.records = records
    self.deleted = deleted
    self.next = next
    self.hasMore = hasMore
  }
}

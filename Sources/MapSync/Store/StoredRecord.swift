import MapRuntime

/// A record as a store holds it.
public struct StoredRecord<Record: TableRecord>: Sendable {
  public let id: Guid
  public let version: RecordVersion
  /// The Sales record's company; nil without one, or on a side or table without companies.
  public let company: Guid?
  public var record: Record

  public init(id: Guid, version: RecordVersion, company: Guid? = nil, record: Record) {
    self.id = id
    self.version = version
    self.company = company
    self.record = record
  }
}

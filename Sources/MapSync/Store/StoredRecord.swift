import MapRuntime

/// A record as a store holds it.
public struct StoredRecord<Record: TableRecord>: Sendable {
  public let id: Guid
  public let version: RecordVersion
  /// The Sales record's company; nil without one, or on a side or table without companies.
  public let company: Guid?
  public var record: Record
  /// Why some value of it cannot be read, and stands as empty in `record`: a phrase that names the
  /// field and what it holds. Such a record fails, and nothing is concluded from what it lacks.
  public var damage: String?

  public init(
    id: Guid, version: RecordVersion, company: Guid? = nil, record: Record, damage: String? = nil
  ) {
    self.id = id
    self.version = version
    self.company = company
    self.record = record
    self.damage = damage
  }
}

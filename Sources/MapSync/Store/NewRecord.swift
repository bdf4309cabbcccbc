import MapRuntime

/// A record to be created.
public struct NewRecord<Record: TableRecord>: Sendable {
  public let id: Guid
  public let record: Record
  /// The columns that are written; the system fills the others.
  public let columns: FieldSet
  /// The company of a Sales record, where its table has the role.
  public let company: Guid?
  /// The columns whose field logic the system leaves out (docs/language.md#field-maps, `validate`).
  public let unvalidated: FieldSet

  public init(
    id: Guid, record: Record, columns: FieldSet, company: Guid? = nil,
    unvalidated: FieldSet = FieldSet()
  ) {
    self.id = id
    self.record = record
    self.columns = columns
    self.company = company
    self.unvalidated = unvalidated
  }
}

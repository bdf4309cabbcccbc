import MapRuntime

/// A record to be created, or a document's header that takes the place of one that is there.
public struct NewRecord<Record: TableRecord>: Sendable {
  public let id: Guid
  public let record: Record
  /// The columns that are written; the system fills the others.
  public let columns: FieldSet
  /// The company of a Sales record, where its table has the role.
  public let company: Guid?
  /// The columns whose field logic the system leaves out (docs/language.md#field-maps, `validate`).
  public let unvalidated: FieldSet
  /// The version of the document whose place is taken; nil for a new record.
  public let replaced: Int64?

  public init(
    id: Guid, record: Record, columns: FieldSet, company: Guid? = nil,
    unvalidated: FieldSet = FieldSet(), replaced: Int64? = nil
  ) {
    self.id = id
    self.record = record
    self.columns = columns
    self.company = company
    self.unvalidated = unvalidated
    self.replaced = replaced
  }
}

import MapRuntime

/// A change of an existing record.
public struct RecordUpdate<Record: TableRecord>: Sendable {
  public let id: Guid
  public let record: Record
  /// The columns that are written.
  public let columns: FieldSet
  /// The version that was read; another one there means that somebody was faster. Nil writes over
  /// whatever is there.
  public let expected: Int64?
  /// The company to stamp, where it differs (R C-39); nil leaves it.
  public let company: Guid?
  /// The columns whose field logic the system leaves out (docs/language.md#field-maps, `validate`).
  public let unvalidated: FieldSet

  public init(
    id: Guid, record: Record, columns: FieldSet, expected: Int64?, company: Guid? = nil,
    unvalidated: FieldSet = FieldSet()
  ) {
    self.id = id
    self.record = record
    self.columns = columns
    self.expected = expected
    self.company = company
    self.unvalidated = unvalidated
  }
}

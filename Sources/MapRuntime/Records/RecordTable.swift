/// A table and the columns of it that mappings use.
public struct RecordTable: Sendable {
  /// One column.
  public struct Column: Sendable {
    public let name: String
    public let type: FieldType
    public let access: ColumnAccess

    public init(_ name: String, _ type: FieldType, access: ColumnAccess = .readWrite) {
      self.name = name
      self.type = type
      self.access = access
    }
  }

  public let side: Side
  public let name: String
  public let columns: [Column]
  /// The columns that a new record is created with.
  public let creatable: FieldSet
  /// The columns that an existing record takes.
  public let updatable: FieldSet

  public init(_ side: Side, _ name: String, _ columns: [Column]) {
    self.side = side
    self.name = name
    self.columns = columns
    var creatable = FieldSet()
    var updatable = FieldSet()
    for (place, column) in columns.enumerated() {
      creatable.insert(place, if: column.access == .readWrite || column.access == .create)
      updatable.insert(place, if: column.access == .readWrite || column.access == .update)
    }
    self.creatable = creatable
    self.updatable = updatable
  }

  /// The column of a name; for messages and setup, never on a record's way.
  public func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

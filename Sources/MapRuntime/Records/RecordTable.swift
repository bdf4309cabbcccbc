/// A table and the columns of it that mappings use.
public struct RecordTable: Sendable {
  /// One column.
  public struct Column: Sendable {
    public let name: String
    public let type: FieldType

    public init(_ name: String, _ type: FieldType) {
      self.name = name
      self.type = type
    }
  }

  public let side: Side
  public let name: String
  public let columns: [Column]

  public init(_ side: Side, _ name: String, _ columns: [Column]) {
    self.side = side
    self.name = name
    self.columns = columns
  }
}
